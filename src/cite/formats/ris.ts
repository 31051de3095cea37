/** RIS, the tagged format of reference managers. */
import type { Source } from "../../model/source.ts";
import { type CslItem, type CslName, ownFieldsOf } from "../csl-item.ts";
import { parseDate, toCslDate } from "../edtf.ts";
import type { Format, ReadProblem, ReadRecord } from "../format.ts";
import { doiOf } from "../identifiers.ts";
import { risDates, risLists, risNames, risTags, risText, risTypes } from "../ris-fields.ts";

interface Field {
  readonly tag: string;
  value: string;
}

interface Block {
  readonly line: number;
  readonly fields: Field[];
}

export const ris: Format = {
  id: "ris",
  title: "RIS",
  extensions: ["ris"],
  detect: (text) => /^\ufeff?\s*TY {1,2}-/.test(text),
  async read(text) {
    const problems: ReadProblem[] = [];
    const records = blocksOf(text, problems).map(recordOf);
    return { records, problems };
  },
  write(sources) {
    const entries = [...sources].map(([key, source]) => ({ key, ...blockText(key, source) }));
    return {
      text: entries.map(({ text }) => text).join("\r\n"),
      lost: entries.flatMap(({ key, lost }) => lost.map((field) => ({ key, field }))),
    };
  },
};

/** Records from `TY` to `ER`, one without its end may lack half of it; a line without a tag continues the one before. */
function blocksOf(text: string, problems: ReadProblem[]): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\r|\n/)
    .forEach((content, index) => {
      const line = index + 1;
      const [, tag, value = ""] = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|$)/.exec(content) ?? [];
      if (tag === "TY") {
        if (open)
          problems.push({ line: open.line, message: "Unexpected TY before ER, expected ER at the end of the record" });
        open = { line, fields: [{ tag, value: value.trim() }] };
      } else if (tag === "ER") {
        if (open) blocks.push(open);
        else problems.push({ line, message: "Unexpected ER, expected TY first" });
        open = undefined;
      } else if (!open) {
        if (content.trim() !== "") problems.push({ line, message: "Unexpected text outside a record, expected TY" });
      } else if (tag) open.fields.push({ tag, value: value.trim() });
      else if (content.trim() !== "") (open.fields.at(-1) as Field).value += ` ${content.trim()}`;
    });
  if (open)
    problems.push({
      line: (open as Block).line,
      message: "Unexpected end of the file, expected ER at the end of the record",
    });
  return blocks;
}

function recordOf({ line, fields }: Block): ReadRecord {
  const lost = new Set<string>();
  const first = (tag: string) => fields.find((field) => field.tag === tag && field.value !== "")?.value;
  const type = risTypes.find(([name]) => name === first("TY"))?.[1] ?? "document";
  const item: Record<string, unknown> = { id: first("ID") ?? "", type };
  for (const { tag, value } of fields) {
    const variable = risText.get(tag);
    const names = risNames.get(tag);
    if (value === "" || tag === "TY" || tag === "ID") continue;
    if (variable && item[variable] === undefined) item[variable] = value;
    else if (variable && risLists.has(tag)) item[variable] = `${item[variable]}${risLists.get(tag)}${value}`;
    else if (names) item[names] = [...((item[names] as CslName[] | undefined) ?? []), nameOf(value)];
    else if (risDates.has(tag)) setDate(item, risDates.get(tag) as string, value);
    else if (!readElsewhere.has(tag) && !(variable && item[variable] === value)) lost.add(tag);
  }
  const pages = [first("SP"), first("EP")].filter((page) => page !== undefined);
  if (pages.length > 0) item.page = [...new Set(pages)].join("-");
  const number = first("SN");
  if (number)
    item[/^(?:book|chapter|report)$/.test(type) || number.replace(/[^\dX]/gi, "").length > 8 ? "ISBN" : "ISSN"] =
      number;
  const addresses = fields
    .filter(({ tag }) => tag === "UR" || tag === "L2")
    .map(({ value }) => value)
    .filter((value) => /^https?:/i.test(value));
  const doi = doiOf(first("DO") ?? "") ?? addresses.map((address) => doiOf(address)).find(Boolean);
  if (doi) item.DOI = doi;
  if (addresses[0]) item.URL = addresses[0];
  if (addresses.length > 1) lost.add("UR");
  return { item: item as CslItem, line, lost: [...lost] };
}

const readElsewhere = new Set(["SP", "EP", "SN", "UR", "DO"]);

function nameOf(value: string): CslName {
  const [family = "", given, suffix] = value.split(",").map((part) => part.trim());
  if (!given) return { literal: family || value };
  return { family, given, ...(suffix ? { suffix } : {}) };
}

/** The most exact of several dates. */
function setDate(item: Record<string, unknown>, variable: string, value: string): void {
  const edtf = parseDate(value.replace(/^(\d{4}\/\d{0,2}\/\d{0,2})\/.+$/, "$1").replace(/\/+$/, ""));
  const date = edtf ? toCslDate(edtf) : { literal: value };
  const known = item[variable] as { "date-parts"?: unknown[][] } | undefined;
  const exactness = (one: { readonly "date-parts"?: readonly (readonly unknown[])[] } | undefined) =>
    one?.["date-parts"]?.[0]?.length ?? 0;
  if (!known || exactness(date) > exactness(known)) item[variable] = date;
}

function blockText(key: string, source: Source): { text: string; lost: string[] } {
  const lost = new Set<string>(Object.keys(source));
  const type = risTypes.find(([, csl]) => csl === source.type)?.[0] ?? "GEN";
  const lines: [tag: string, value: string][] = [
    ["TY", type],
    ["ID", key],
  ];
  if (risTypes.some(([, csl]) => csl === source.type)) lost.delete("type");
  const put = (variable: keyof Source, tag: string, value: string | undefined) => {
    if (value === undefined) return;
    lines.push([tag, value]);
    lost.delete(variable);
  };
  for (const [tag, variable] of [
    ["AU", "author"],
    ["ED", "editor"],
    ["A3", "collection-editor"],
    ["A4", "translator"],
  ] as const)
    for (const name of source[variable] ?? []) put(variable, tag, risName(name));
  for (const [variable, tag] of risTags)
    put(variable as keyof Source, tag, source[variable as keyof Source] as string | undefined);
  for (const keyword of source.keyword?.split(/\s*,\s*/) ?? []) put("keyword", "KW", keyword);
  put("abstract", "AB", source.abstract);
  put("note", "N1", source.note);
  const [start, end] = source.page?.split(/[-–]/) ?? [];
  put("page", "SP", start);
  put("page", "EP", end);
  put("ISBN", "SN", source.ISBN);
  if (!source.ISBN) put("ISSN", "SN", source.ISSN);
  if (/^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/.test(source.issued ?? ""))
    put("issued", "DA", source.issued?.replaceAll("-", "/"));
  if (source.issued) lines.push(["PY", source.issued.slice(0, 4)]);
  put("accessed", "Y2", source.accessed?.replaceAll("-", "/"));
  for (const name of Object.keys(ownFieldsOf(source) ?? {})) lost.add(name);
  lines.push(["ER", ""]);
  return { text: lines.map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, " ")}\r\n`).join(""), lost: [...lost] };
}

const risName = (name: CslName): string =>
  name.literal ??
  [
    [name["dropping-particle"], name["non-dropping-particle"], name.family].filter(Boolean).join(" "),
    name.given,
    name.suffix,
  ]
    .filter(Boolean)
    .join(", ");
