/** Takes the fields of a BibTeX entry that need no TeX parser out of it: it is slow, and few fields need it. */
import { plainNames } from "./bibtex-names.ts";
import { plainTex } from "./bibtex-tex.ts";
import { monthNumber } from "./edtf.ts";

export interface PlainFields {
  /** Lower-case type. */
  readonly type: string;
  readonly key: string;
  /** The entry with the other fields only; nothing when there are none. */
  readonly rest?: string;
  /** As the parser would give them. */
  readonly fields: Readonly<Record<string, unknown>>;
}

const header = /^@\s*([A-Za-z]+)\s*\{\s*([^\s,{}="#%]+)\s*,/;
const name = /\s*([A-Za-z][\w-]*)\s*=\s*/y;
const marks = /\\.|[{}",]/gs;

const names = /^(?:author|bookauthor|collaborator|commentator|director|editor[abs]?|holder|scriptwriter|translator)$/;
const lists = /^(?:institution|publisher|origpublisher|organization|location|origlocation)$/;
const verbatim = /^(?:doi|eprint|files?|pdf|groups|ids|url|verb[abc]|citeulike-linkout-\d+|bdsk-url-\d+)$/;

/** Nothing when the entry is not of the usual form, or when others may inherit from it or it from them. */
export function takePlain(entry: string, redefined: Readonly<Record<string, string>> = {}): PlainFields | undefined {
  const [start, type = "", key = ""] = header.exec(entry) ?? [];
  if (start === undefined) return undefined;
  const fields: Record<string, unknown> = Object.create(null);
  let rest = "";
  let at = start.length;
  while (!/^\s*\}$/.test(entry.slice(at, at + 20))) {
    name.lastIndex = at;
    const field = name.exec(entry)?.[1]?.toLowerCase();
    if (field === undefined || /^(?:crossref|xdata|keywords.+)$/.test(field) || field in fields) return undefined;
    const from = name.lastIndex;
    const end = valueEnd(entry, from);
    if (end === undefined) return undefined;
    const raw = unwrapped(entry.slice(from, end).replace(/,$/, "").trim(), field === "month" ? redefined : undefined);
    const value = raw === undefined ? undefined : read(field, raw);
    if (value === undefined) rest += entry.slice(at, end);
    else fields[field] = value;
    at = end;
  }
  const kept = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
  return { type: type.toLowerCase(), key, fields: kept, ...(rest === "" ? {} : { rest: `${start}${rest}\n}` }) };
}

/** After the comma that ends a value, or before the brace that ends the entry. */
function valueEnd(entry: string, from: number): number | undefined {
  marks.lastIndex = from;
  let depth = 0;
  let quoted = false;
  for (let found = marks.exec(entry); found; found = marks.exec(entry)) {
    const mark = found[0];
    if (mark === "{") depth += 1;
    else if (mark === '"' && depth === 0) quoted = !quoted;
    else if (mark === "," && depth === 0 && !quoted) return marks.lastIndex;
    else if (mark === "}" && depth === 0) return found.index;
    else if (mark === "}") depth -= 1;
  }
  return undefined;
}

/** What stands in the braces, the quotes or for itself; nothing when the value is put together, or is an abbreviation. */
function unwrapped(said: string, months: Readonly<Record<string, string>> | undefined): string | undefined {
  if (/^\d+$/.test(said)) return said;
  if (months && /^[A-Za-z]+$/.test(said)) return said.toUpperCase() in months || !monthNumber(said) ? undefined : said;
  const inside = said.slice(1, -1);
  if (said.startsWith('"') && said.endsWith('"') && said.length > 1) return /["{}]/.test(inside) ? undefined : inside;
  return said.startsWith("{") && closes(said) ? inside : undefined;
}

/** Whether the first brace is closed by the last. */
function closes(said: string): boolean {
  if (!/[{}]/.test(said.slice(1, -1))) return said.endsWith("}");
  let depth = 0;
  for (const { 0: mark, index } of said.matchAll(/\\.|[{}]/gs)) {
    depth += mark === "{" ? 1 : mark === "}" ? -1 : 0;
    if (depth === 0) return index === said.length - 1;
  }
  return false;
}

/** The value of a field by what kind of field it is; nothing when that takes the parser. */
function read(field: string, raw: string): unknown {
  if (raw.trim() === "") return "";
  if (names.test(field)) return plainNames(raw);
  if (verbatim.test(field)) return /^[^{}\\$^\s]+$/.test(raw.trim()) ? raw.trim() : undefined;
  if (field === "keywords") return /[{}\\$^%]|\n\s*\n/.test(raw) ? undefined : keywords(raw);
  const text = plainTex(raw);
  if (!text || (lists.test(field) && /(?:^|\s)and(?:\s|$)/i.test(text))) return undefined;
  if (lists.test(field)) return [text];
  if (field === "month") return String(monthNumber(text) || text);
  return field === "year" && /^-?\d+$/.test(text) ? String(Number(text)) : text;
}

function keywords(raw: string): string[] | undefined {
  const said = raw.split(/[,;]/).map((word) => word.trim().replace(/\s+/g, " "));
  const distinct = [...new Set(said.filter(Boolean))];
  if (distinct.length === 0) return undefined;
  return distinct.sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase()));
}
