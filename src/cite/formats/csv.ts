/** CSV after RFC 4180, for spreadsheets: one row a source, the fields that people sort and filter by. */
import type { Source } from "../../model/source.ts";
import type { Format } from "../format.ts";

type Name = NonNullable<Source["author"]>[number];

const columns: readonly (readonly [
  title: string,
  fields: readonly (keyof Source)[],
  value: (source: Source) => string | undefined,
])[] = [
  ["type", ["type"], (source) => source.type],
  ["title", ["title"], (source) => source.title],
  ["authors", ["author"], (source) => source.author?.map(nameText).join("; ")],
  ["organisation", ["organisation"], (source) => source.organisation],
  ["container", ["container-title"], (source) => source["container-title"]],
  ["publisher", ["publisher"], (source) => source.publisher],
  ["issued", ["issued"], (source) => source.issued],
  ["accessed", ["accessed"], (source) => source.accessed],
  ["url", ["URL"], (source) => source.URL],
  ["doi", ["DOI"], (source) => source.DOI],
  ["version", ["version"], (source) => source.version],
  ["tier", ["tier"], (source) => source.tier],
  ["flags", ["flags"], (source) => source.flags?.join("; ")],
  ["questions", ["questions"], (source) => source.questions?.join("; ")],
  ["archive", ["archive"], (source) => source.archive],
  ["facts", [], (source) => String(source.facts?.length ?? 0)],
];

const kept = new Set<string>(columns.flatMap(([, fields]) => fields));

export const csv: Format = {
  id: "csv",
  title: "CSV",
  extensions: ["csv"],
  write(sources) {
    const all = [...sources];
    const rows = all.map(([key, source]) => [key, ...columns.map(([, , value]) => value(source) ?? "")]);
    return {
      text: [["key", ...columns.map(([title]) => title)], ...rows]
        .map((row) => `${row.map(cell).join(",")}\r\n`)
        .join(""),
      lost: all.flatMap(([key, source]) =>
        Object.keys(source)
          .filter((field) => !kept.has(field))
          .map((field) => ({ key, field })),
      ),
    };
  },
};

/** Quoted where needed; a spreadsheet must not take a cell for a formula. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const nameText = (name: Name): string =>
  "literal" in name
    ? name.literal
    : [
        [name["non-dropping-particle"], name.family].filter(Boolean).join(" "),
        name.suffix,
        [name.given, name["dropping-particle"]].filter(Boolean).join(" "),
      ]
        .filter(Boolean)
        .join(", ");
