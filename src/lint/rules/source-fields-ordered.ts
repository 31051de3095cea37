/** The fields of every source stand in one order. */
import type { Span } from "../../core/span.ts";
import { sourceFields as order } from "../../model/source-fields.ts";
import { changed } from "../example.ts";
import type { EntryRule } from "../rule.ts";

interface Field extends Span {
  readonly name: string;
}

/** Top-level fields with all of their lines, each with the comment right above it; nothing when the file is of another form. */
function fieldsOf(text: string): Field[] | undefined {
  const keys = [...text.matchAll(/^(?:#[^\n]*\n)*(?<name>[A-Za-z][\w-]*):(?=[ \n])/gm)];
  // The schema line and what stands above it belong to the file.
  const head = /^(?:#[^\n]*\n|\n)*# yaml-language-server:[^\n]*\n/.exec(text)?.[0].length ?? 0;
  const fields = keys.map((match, index) => ({
    name: match.groups?.["name"] ?? "",
    start: Math.max(head, match.index),
    end: keys[index + 1]?.index ?? text.length,
  }));
  const sound =
    fields.length > 0 &&
    fields[0]?.start === head &&
    fields.every(({ name }) => order.includes(name)) &&
    !/^(?:---|\.\.\.)/m.test(text) &&
    text.endsWith("\n");
  return sound ? fields : undefined;
}

export const sourceFieldsOrdered: EntryRule = {
  id: "source-fields-ordered",
  family: "structure",
  severity: "info",
  summary: "The fields of a source stand in the order that `dossier add-source` writes.",
  why: "Hundreds of records are read and compared side by side; in one order, what is missing is seen at a glance.",
  good: { files: {} },
  bad: {
    files: changed(
      "sources/bus-timetable.yaml",
      "title: Timetable of line two\npublisher: Example Buses\n",
      "publisher: Example Buses\n⟦title⟧: Timetable of line two\n",
    ),
  },
  kinds: ["source"],
  checkEntry({ source }, _ground, report) {
    const fields = fieldsOf(source.text);
    if (!fields) return 0;
    const rank = ({ name }: Field) => order.indexOf(name);
    const late = fields.find((field, index) => index > 0 && rank(field) < rank(fields[index - 1] as Field));
    if (!late) return 1;
    const sorted = [...fields].sort((a, b) => rank(a) - rank(b));
    const start = fields[0]?.start ?? 0;
    const key = source.text.indexOf(`${late.name}:`, late.start);
    report(
      { source, span: { start: key, end: key + late.name.length } },
      `Unexpected “${late.name}” here, expected it above “${fields[fields.indexOf(late) - 1]?.name}”`,
      {
        hint: "Move it, or run `dossier lint --fix`.",
        fix: {
          file: source.path,
          span: { start, end: source.text.length },
          text: sorted.map((field) => source.text.slice(field.start, field.end)).join(""),
        },
      },
    );
    return 1;
  },
};
