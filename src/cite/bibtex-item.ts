/** One parsed BibTeX or BibLaTeX entry as a CSL item. */
import type { Creator } from "@retorquere/bibtex-parser";
import { bibNames, bibText, cslTypeOf, ignored } from "./bibtex-fields.ts";
import type { CslItem, CslName } from "./csl-item.ts";
import { monthNumber, parseDate, toCslDate } from "./edtf.ts";
import { arxivOf, doiOf } from "./identifiers.ts";

type Fields = Readonly<Record<string, unknown>>;

/** As @retorquere/bibtex-parser gives it. */
export interface ParsedEntry {
  readonly key: string;
  readonly type: string;
  readonly fields: Fields;
}

/** The item and the names of the fields that have no CSL variable. */
export function itemOfEntry(entry: ParsedEntry): { item: CslItem; lost: string[] } {
  const { fields } = entry;
  const item: Record<string, unknown> = { id: entry.key, type: cslTypeOf(entry.type, (name) => text(fields, name)) };
  const used = new Set<string>();
  const shortened: string[] = [];
  const take = (...names: string[]): string | undefined => {
    for (const name of names) used.add(name);
    return names.map((name) => text(fields, name)).find((value) => value !== undefined);
  };
  const set = (variable: string, value: unknown) => {
    if (value !== undefined && item[variable] === undefined) item[variable] = value;
  };
  for (const [variable, names] of bibText) set(variable, plainUnless(variable, take(...names)));
  for (const [variable, names] of bibNames)
    for (const name of names) {
      used.add(name);
      const list = fields[name];
      if (!Array.isArray(list)) continue;
      const named = (list as Creator[]).filter((creator) => !isOthers(creator));
      if (named.length < list.length) shortened.push(`${name}: and others`);
      if (named.length > 0) set(variable, named.map(cslName));
    }
  set("title", joined(take("title"), take("subtitle")));
  set(
    "container-title",
    joined(take("journaltitle", "journal"), take("journalsubtitle")) ?? joined(take("booktitle"), take("booksubtitle")),
  );
  setNumber(entry.type, take("number"), set, fields);
  set("publisher", take("publisher") ?? take("institution", "school", "organization"));
  setDates(take, set);
  setAddresses(take, set);
  if (/^(?:phd|masters)thesis$/.test(entry.type))
    set("genre", entry.type.startsWith("phd") ? "PhD thesis" : "Master’s thesis");
  const lost = Object.keys(fields).filter((name) => !used.has(name) && !ignored.test(name));
  return { item: item as CslItem, lost: [...lost, ...shortened] };
}

type Take = (...names: string[]) => string | undefined;
type Set_ = (variable: string, value: unknown) => void;

/** `number` counts issues of a journal, volumes of a series, and reports, patents and standards themselves. */
function setNumber(type: string, number: string | undefined, set: Set_, fields: Fields): void {
  if (/^(?:article|periodical|suppperiodical)$/.test(type)) set("issue", number);
  else
    set(
      text(fields, "series") !== undefined && type !== "techreport" && type !== "report"
        ? "collection-number"
        : "number",
      number,
    );
}

function setDates(take: Take, set: Set_): void {
  const [year, month, day] = [take("year"), take("month"), take("day")];
  const number = monthNumber(month ?? "");
  const pieces = [
    year,
    number && String(number).padStart(2, "0"),
    number && /^\d{1,2}$/.test(day ?? "") && day?.padStart(2, "0"),
  ];
  const season = year && month && !number ? parseDate(`${month} ${year}`) : undefined;
  const issued = take("date") ?? season ?? (year && /^\d{4}$/.test(year) ? pieces.filter(Boolean).join("-") : year);
  for (const [variable, said] of [
    ["issued", issued],
    ["accessed", take("urldate", "lastchecked", "lastaccessed")],
    ["original-date", take("origdate")],
    ["event-date", take("eventdate")],
  ] as const) {
    if (said === undefined) continue;
    const edtf = parseDate(said);
    set(variable, edtf ? toCslDate(edtf) : { literal: said });
  }
}

function setAddresses(take: Take, set: Set_): void {
  const doi = doiOf(take("doi") ?? "");
  const how = take("howpublished");
  const said = how === undefined ? undefined : /https?:\/\/[^\s{}"<>]+/.exec(how)?.[0];
  const url = take("url") ?? said;
  if (how !== undefined && !said) set("medium", how);
  const eprint = take("eprint", "arxivid");
  const kind = (take("eprinttype", "archiveprefix") ?? (eprint && arxivOf(eprint) ? "arxiv" : "")).toLowerCase();
  const arxiv = kind === "arxiv" && eprint ? arxivOf(eprint) : undefined;
  set("DOI", doi ?? (arxiv ? `10.48550/arXiv.${arxiv.paper}` : undefined));
  set("URL", url ?? (arxiv ? `https://arxiv.org/abs/${arxiv.paper}${arxiv.version ?? ""}` : undefined));
  if (arxiv?.version) set("version", arxiv.version);
  if (kind === "pubmed") set("PMID", eprint);
  else if (eprint && !arxiv) set("archive_location", eprint);
}

/** `and others`: BibTeX's word for a list that was cut short. */
const isOthers = ({ lastName, firstName, name }: Creator): boolean => lastName === "others" && !firstName && !name;

function cslName({ name, lastName, firstName, prefix, suffix, useprefix }: Creator): CslName {
  if (name !== undefined || lastName === undefined) return { literal: plainText(name ?? firstName ?? prefix ?? "") };
  const particle = prefix ? { [useprefix ? "non-dropping-particle" : "dropping-particle"]: plainText(prefix) } : {};
  return {
    family: plainText(lastName),
    ...(firstName ? { given: plainText(firstName) } : {}),
    ...(suffix ? { suffix: plainText(suffix) } : {}),
    ...particle,
  };
}

function text(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  const said = Array.isArray(value)
    ? value.filter((part) => typeof part === "string").join(name === "keywords" ? ", " : "; ")
    : value;
  return typeof said === "string" && said.trim() !== "" ? said.trim() : undefined;
}

/** CSL has markup in titles only. */
function plainUnless(variable: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (variable === "page") return plainText(value).replace(/\s*[-–—]+\s*/g, "-");
  return variable.includes("title") ? richText(value) : plainText(value);
}

const styles = /<\/?(?:i|b|em|strong|sup|sub|span|sc|tt|pre|ncx?|script)\b[^<>]*>/gi;
const otherStyles = /<\/?(?:em|strong|span|sc|tt|pre|ncx?)\b[^<>]*>/gi;

/** A link of TeX keeps its address where that is not its text. */
const unlinked = (value: string): string =>
  value.replace(/<a href="([^"<>]*)">([^<>]*)<\/a>/g, (_, href: string, said: string) =>
    said === href ? href : `${said} (${href})`,
  );

const plainText = (value: string): string => unlinked(value).replace(styles, "");
const richText = (value: string): string => unlinked(value).replace(otherStyles, "");

const joined = (title: string | undefined, subtitle: string | undefined): string | undefined =>
  title === undefined ? undefined : richText(subtitle ? `${title}: ${subtitle}` : title);
