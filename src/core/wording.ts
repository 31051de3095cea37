/** The fixed words of a report in its language. English stands in the program and its templates; another language is a table from it. */

/** English to the language of the report; empty for English. */
export type Wording = Readonly<Record<string, string>>;

/** The words in the language of the report, or as they are where it has none; `{name}` stands for a value. */
export function say(wording: Wording, english: string, values: Readonly<Record<string, unknown>> = {}): string {
  const text = Object.hasOwn(wording, english) ? (wording[english] as string) : english;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
