/** A source record as the text of its file: schema line, canonical order of fields, one name a line. */
import { schemaLine } from "../model/kinds.ts";
import type { Source } from "../model/source.ts";
import { sourceFields } from "../model/source-fields.ts";

/** The file's text. Whatever is not plainly harmless stands in double quotes with JSON's escapes, which YAML shares. */
export function sourceText(record: Partial<Source>): string {
  const lines = sourceFields.flatMap((field) => {
    const value = record[field as keyof Source];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    if (!Array.isArray(value)) return [`${field}: ${scalar(value, false)}`];
    if (value.every((item) => typeof item === "string")) return [`${field}: ${flow(value)}`];
    return [`${field}:`, ...value.map((item) => (field === "facts" ? blockItem(item) : `  - ${flow(item)}`))];
  });
  return `${schemaLine("sources/new.yaml")}${lines.join("\n")}\n`;
}

/** A fact has a field a line. */
function blockItem(item: unknown): string {
  const lines = Object.entries(item as Record<string, unknown>).map(
    ([name, value]) => `${name}: ${typeof value === "object" ? flow(value) : scalar(value, false)}`,
  );
  return lines.map((line, at) => `${at === 0 ? "  - " : "    "}${line}`).join("\n");
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (value === null || typeof value !== "object") return scalar(value, true);
  const pairs = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{ ${pairs.map(([name, inner]) => `${name}: ${flow(inner)}`).join(", ")} }`;
}

/** Begins with a letter and has nothing that YAML could take for syntax, here or in any of its versions. */
const harmless = /^\p{L}[^:#,[\]{}&*!|>'"%@`\\\p{C}\u2028\u2029]*$/u;
const address = /^https?:\/\/[^\s'"#,[\]{}&*!|>@`\\\p{C}]+$/u;
const words = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i;

function scalar(value: unknown, inFlow: boolean): string {
  // Two private characters are the program's own marks, and no text's.
  const text = String(value).replace(/[\uE000\uE001]/g, "");
  if (harmless.test(text) && !words.test(text) && !/\s$/.test(text)) return text;
  return !inFlow && address.test(text) ? text : JSON.stringify(text);
}
