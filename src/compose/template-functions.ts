/** What templates can call beside Handlebars' own `if`, `each`, `with` and `lookup`. */
import { say, type Wording } from "../core/wording.ts";
import { cellText, escapeText } from "./escape.ts";
import type { Marks } from "./marks.ts";
import { asMarkdown, type Helper, safe } from "./templates.ts";

export interface HelperContext {
  readonly marks: Marks;
  readonly wording: Wording;
  /** The prose of a section of the report; empty when the dossier has none of that name. */
  readonly section: (id: string, level: number) => string;
  readonly place: (name: string, id: string, caption?: string) => string;
}

export function helpersOf({ marks, wording, section, place }: HelperContext): Record<string, Helper> {
  const helpers = {
    /** `{{t "{weeks} weeks" weeks=calendar.weeks}}`: fixed words in the language of the report. */
    t: (english: string, { hash = {} }: { hash?: Record<string, unknown> } = {}) =>
      safe(
        say(
          wording,
          english,
          Object.fromEntries(Object.entries(hash).map(([name, value]) => [name, asMarkdown(value)])),
        ),
      ),
    /** `{{head "Area" "Question"}}`: the head of a table, in the language of the report; Handlebars adds its options. */
    head: (...titles: unknown[]) =>
      safe(
        `| ${titles
          .slice(0, -1)
          .map((title) => say(wording, String(title)))
          .join(" | ")} |`,
      ),
    /** `{{heading 3 title id}}`: a heading with an address, listed in the contents. */
    heading: (level: number, title: unknown, id: string) => {
      const words = cellText(asMarkdown(title));
      return safe(`${"#".repeat(level)} ${marks.add({ type: "heading", level, title: words, id })}${words}`);
    },
    /** `{{target id}}`: an address that links can lead to. */
    target: (id: string) => safe(marks.add({ type: "anchor", id })),
    /** `{{cell value}}`: on one line, without breaking the table. */
    cell: (value: unknown) => safe(cellText(asMarkdown(value))),
    section: (id: string, level: number) => safe(section(id, level)),
    /** `{{diagram id caption}}` */
    diagram: (id: string, caption: unknown) => safe(place("diagram", id, asMarkdown(caption))),
    table: (id: string) => safe(place("table", id)),
    chart: (id: string) => safe(place("chart", id)),
    details: (summary: string) => safe(marks.add({ type: "details", summary })),
    enddetails: () => safe(marks.add({ type: "end-details" })),
    contents: () => safe(marks.add({ type: "contents" })),
    references: () => safe(marks.add({ type: "references" })),
    cite: (key: string) => safe(marks.add({ type: "cite", narrative: false, items: [{ key, facts: [] }] })),
    /** `{{fixed number 1}}` */
    fixed: (value: number, digits: number) => Number(value).toFixed(digits),
    percent: (value: number) => `${Math.round(100 * value)} %`,
    join: (values: readonly unknown[] | undefined, separator: string) =>
      safe((values ?? []).map(asMarkdown).join(separator)),
    /** A link to an object of the dossier: `{{link "finding" id title}}`. */
    link: (kind: string, id: string, title: unknown) => safe(`[${asMarkdown(title)}](#${kind}-${id})`),
    code: (value: string) => safe(`\`${String(value).replaceAll("`", "'")}\``),
    /** The parts as one text; Handlebars adds its options as the last argument. */
    concat: (...parts: unknown[]) => parts.slice(0, -1).map(String).join(""),
    eq: (a: unknown, b: unknown) => a === b,
    or: (a: unknown, b: unknown) => a || b,
    /** A name of the format, such as a verdict, in words. */
    words: (value: unknown) => escapeText(say(wording, String(value).replaceAll("-", " "))),
  };
  return helpers as unknown as Record<string, Helper>;
}
