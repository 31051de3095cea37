/** A source record as a CSL-JSON item, and back: the exchange form that all formats and styles share. */
import { cslDates, cslNames, cslText, cslTypes } from "../model/csl-variables.ts";
import type { Source } from "../model/source.ts";
import { ownFields, sourceFields } from "../model/source-fields.ts";
import { type CslDate, fromCslDate, toCslDate } from "./edtf.ts";

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly "non-dropping-particle"?: string;
  readonly "dropping-particle"?: string;
  readonly literal?: string;
}

/** A CSL-JSON item; text and numbers are text, dates and names are objects. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly [variable: string]: unknown;
}

/** What a record could not hold is named, never dropped in silence. */
export interface FromCsl {
  /** Keys stand in the canonical order of a source file. Title may be missing. */
  readonly record: Partial<Source> & { readonly type: string };
  /** Names of variables, or `variable: part`. */
  readonly lost: readonly string[];
}

const dateNames = new Set<string>([...cslDates, "accessed"]);
const nameNames = new Set<string>(cslNames);
const textNames = new Set<string>([...cslText, "title", "URL", "DOI"]);
const nameParts = ["family", "given", "suffix", "non-dropping-particle", "dropping-particle"] as const;
/** Names that older CSL-JSON has for a variable. */
const legacy = new Map([
  ["shortTitle", "title-short"],
  ["journalAbbreviation", "container-title-short"],
]);
/** Bookkeeping of the programs that wrote the file: no property of the source. */
const bookkeeping = new Set(["id", "type", "custom", "citation-key", "citation-label", "year-suffix", "system_id"]);

/** The CSL variables of a record; its own fields (tier, facts, ...) are left out. */
export function toCsl(key: string, source: Source): CslItem {
  const item: Record<string, unknown> = { id: key, type: source.type };
  for (const field of sourceFields) {
    const value = source[field as keyof Source];
    if (value === undefined || field === "type" || (ownFields as readonly string[]).includes(field)) continue;
    item[field] = dateNames.has(field) ? toCslDate(value as string) : value;
  }
  return item as CslItem;
}

/** The fields of a record that are not CSL's, or nothing when it has none. */
export function ownFieldsOf(source: Source): Readonly<Record<string, unknown>> | undefined {
  const own = ownFields.filter((field) => source[field] !== undefined).map((field) => [field, source[field]]);
  return own.length > 0 ? Object.fromEntries(own) : undefined;
}

/** The record of a CSL-JSON item from anywhere: numbers become text, arrays of one title their title. */
export function fromCsl(item: Readonly<Record<string, unknown>>): FromCsl {
  const found = new Map<string, unknown>();
  const lost: string[] = [];
  for (const [name, value] of Object.entries(item)) {
    if (bookkeeping.has(name) || isEmpty(value)) continue;
    const variable = legacy.get(name) ?? name;
    const read = readVariable(variable, value, lost);
    if (read === undefined) lost.push(variable);
    else if (!found.has(variable) || variable === name) found.set(variable, read);
  }
  for (const [field, value] of Object.entries(dossierFields(item.custom)))
    if ((ownFields as readonly string[]).includes(field)) found.set(field, value);
  const said = typeof item.type === "string" ? item.type : "";
  const type = cslTypes.includes(said) ? said : "document";
  if (said !== "" && type !== said) lost.push("type");
  const record: Record<string, unknown> = { type };
  for (const field of sourceFields) if (found.has(field)) record[field] = found.get(field);
  return { record: record as FromCsl["record"], lost: [...new Set(lost)] };
}

/** The value as a record holds it; nothing when the record has no place for it. */
function readVariable(variable: string, value: unknown, lost: string[]): unknown {
  if (nameNames.has(variable)) return readNames(variable, value, lost);
  if (dateNames.has(variable)) return readDate(variable, value);
  if (!textNames.has(variable)) return undefined;
  const text = readText(value, variable === "abstract" || variable === "note" || variable === "annote");
  if (variable === "URL") return text !== undefined && /^https?:\/\/[^\s<>"]+$/.test(text) ? text : undefined;
  if (variable !== "DOI") return text;
  const doi = text?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, "");
  return doi !== undefined && /^10\.\d{4,9}\/\S+$/.test(doi) ? doi : undefined;
}

function readText(value: unknown, lines = false): string | undefined {
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return readText(value.filter((part) => typeof part === "string").join(", "), lines);
  if (typeof value !== "string") return undefined;
  const text = plain(value, lines);
  return text === "" ? undefined : text;
}

function readDate(variable: string, value: unknown): string | undefined {
  const date = typeof value === "string" ? { raw: value } : isObject(value) ? (value as CslDate) : undefined;
  const parts = date?.["date-parts"];
  if (!date || (parts !== undefined && !(Array.isArray(parts) && parts.every(Array.isArray)))) return undefined;
  const edtf = fromCslDate(date);
  return variable !== "accessed" || /^\d{4}-\d{2}-\d{2}$/.test(edtf ?? "") ? edtf : undefined;
}

function readNames(variable: string, value: unknown, lost: string[]): readonly CslName[] | undefined {
  const names = (Array.isArray(value) ? value : [value]).flatMap((name) => readName(name, variable, lost) ?? []);
  return names.length > 0 ? names : undefined;
}

function readName(value: unknown, variable: string, lost: string[]): CslName | undefined {
  if (typeof value === "string") return literal(value);
  if (!isObject(value)) return undefined;
  if (value["comma-suffix"]) lost.push(`${variable}: comma-suffix`);
  const parts = nameParts.flatMap((part) => {
    const text = readText(value[part]);
    return text === undefined ? [] : [[part, text] as const];
  });
  if (parts.some(([part]) => part === "family")) return Object.fromEntries(parts);
  return literal(value.literal ?? value.name ?? parts.map(([, text]) => text).join(" "));
}

function literal(value: unknown): CslName | undefined {
  const text = readText(value);
  return text === undefined ? undefined : { literal: text };
}

/** One line of text without control characters and without those that turn the direction of writing. */
export function plain(text: string, lines = false): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(lines ? /(?!\n)\p{Cc}+/gu : /\p{Cc}+/gu, " ")
    .replace(
      /[\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      "",
    )
    .replace(lines ? /[ \u00a0]+/g : /\s+/g, " ")
    .trim();
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

function dossierFields(custom: unknown): Record<string, unknown> {
  const own = isObject(custom) ? custom.dossier : undefined;
  return isObject(own) ? own : {};
}
