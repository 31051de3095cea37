/** A source as a BibTeX entry: fields that classic BibTeX and BibLaTeX both read. */
import type { Source } from "../model/source.ts";
import { bibNames, bibText, bibTypes } from "./bibtex-fields.ts";
import { type CslName, ownFieldsOf } from "./csl-item.ts";
import { arxivOf } from "./identifiers.ts";

export function bibtexEntry(key: string, source: Source): { readonly text: string; readonly lost: readonly string[] } {
  const kind =
    source.type === "thesis" && /master/i.test(source.genre ?? "")
      ? "mastersthesis"
      : (bibTypes.get(source.type) ?? "misc");
  const fields: [name: string, value: string][] = [];
  const lost = new Set<string>(Object.keys(source));
  const put = (variable: keyof Source, name: string, value: unknown = source[variable]) => {
    if (typeof value !== "string") return;
    fields.push([
      name,
      verbatim.has(name) ? braces(value) : name.endsWith("title") ? `{${richTex(value)}}` : escapeTex(value),
    ]);
    if (name !== "howpublished") lost.delete(variable);
  };
  put("title", "title");
  for (const [variable, [name]] of bibNames) {
    const names = source[variable as keyof Source] as readonly CslName[] | undefined;
    if (!names || !name) continue;
    fields.push([name, names.map(texName).join(" and ")]);
    lost.delete(variable);
  }
  put("container-title", kind === "article" ? "journal" : /^in|^techreport$/.test(kind) ? "booktitle" : "howpublished");
  put("publisher", kind === "techreport" ? "institution" : /thesis$/.test(kind) ? "school" : "publisher");
  for (const [variable, [name]] of bibText) if (name && !isNumber(variable)) put(variable as keyof Source, name);
  putNumbers(kind, source, put);
  putDates(source, fields, lost);
  put("DOI", "doi");
  put("URL", "url");
  const arxiv = arxivOf(source.DOI ?? "") ?? arxivOf(source.URL ?? "");
  if (arxiv) fields.push(["eprint", arxiv.paper + (arxiv.version ?? "")], ["archiveprefix", "arXiv"]);
  if (bibTypes.has(source.type) && !lossyTypes.has(source.type)) lost.delete("type");
  for (const name of Object.keys(ownFieldsOf(source) ?? {})) lost.add(name);
  const body = fields.map(([name, value]) => `  ${name} = {${value}},\n`).join("");
  return { text: `@${kind}{${key.replace(/[^\w:.-]/g, "")},\n${body}}\n`, lost: [...lost] };
}

/** Types that share their entry type with another one, and would come back as that. */
const lossyTypes = new Set(["article-magazine", "article-newspaper", "post-weblog", "post", "article"]);
const verbatim = new Set(["doi", "url"]);
const isNumber = (variable: string): boolean =>
  variable === "issue" || variable === "number" || variable === "collection-number";

type Put = (variable: keyof Source, name: string, value?: unknown) => void;

/** The one field `number` means an issue, a place in a series, or the thing's own number. */
function putNumbers(kind: string, source: Source, put: Put): void {
  if (kind === "article") {
    put("issue", "number");
    put("number", "eid");
  } else {
    put("issue", "issue");
    if (source.number === undefined || kind !== "techreport") put("collection-number", "number");
    if (source["collection-number"] === undefined || kind === "techreport") put("number", "number");
  }
}

function putDates(source: Source, fields: [string, string][], lost: Set<string>): void {
  const [, year, month, day] = /^(\d{4})(?:-(0\d|1[0-2])(?:-(\d{2}))?)?$/.exec(source.issued ?? "") ?? [];
  if (year) fields.push(["year", year]);
  if (month) fields.push(["month", String(Number(month))]);
  if (day) fields.push(["day", String(Number(day))]);
  // Ranges and seasons are BibLaTeX's only.
  if (source.issued && !year) fields.push(["date", source.issued]);
  lost.delete("issued");
  for (const [variable, name] of [
    ["accessed", "urldate"],
    ["original-date", "origdate"],
    ["event-date", "eventdate"],
  ] as const) {
    const value = source[variable];
    if (value === undefined) continue;
    fields.push([name, value]);
    lost.delete(variable);
  }
}

function texName(name: CslName): string {
  if (name.literal !== undefined) return `{${escapeTex(name.literal)}}`;
  const particle = name["non-dropping-particle"] ?? name["dropping-particle"];
  const protect = (part: string) => (/\s(?:and)\s|,/.test(` ${part} `) ? `{${escapeTex(part)}}` : escapeTex(part));
  const family = `${particle ? `${escapeTex(particle)} ` : ""}${/\s/.test(name.family ?? "") ? `{${escapeTex(name.family ?? "")}}` : protect(name.family ?? "")}`;
  return [family, name.suffix && protect(name.suffix), name.given && protect(name.given)].filter(Boolean).join(", ");
}

const commands: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
};

/** TeX's active characters; everything else stays Unicode. */
const escapeTex = (text: string): string => text.replace(/[\\{}$&#%_~^<>]/g, (char) => commands[char] ?? `\\${char}`);

const marks: Readonly<Record<string, string>> = {
  i: "textit",
  b: "textbf",
  sup: "textsuperscript",
  sub: "textsubscript",
};

/** The markup that CSL allows in titles as TeX commands. */
function richTex(text: string): string {
  return text
    .split(/(<(i|b|sup|sub)>[^<>]*<\/\2>)/)
    .flatMap((part, at, parts) => {
      if (at % 3 === 2) return [];
      const tag = at % 3 === 1 ? (parts[at + 1] as string) : undefined;
      return tag ? `\\${marks[tag]}{${escapeTex(part.slice(tag.length + 2, -tag.length - 3))}}` : escapeTex(part);
    })
    .join("");
}

/** Addresses are not TeX, but braces must balance. */
const braces = (text: string): string => text.replace(/[{}\\\s]/g, encodeURIComponent);
