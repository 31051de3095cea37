/** A parsed value against its schema: the typed data, or what does not fit and where. */
import type * as z from "zod/mini";
import { didYouMean } from "../core/suggest.ts";
import { knownKeys } from "../model/schema-walk.ts";
import type { Issue } from "./issue.ts";
import { valueAt } from "./value-at.ts";

export function validate(schema: z.ZodMiniType, value: unknown): { data?: unknown; issues: Issue[] } {
  const result = schema.safeParse(dropNulls(value ?? {}));
  if (result.success) return { data: result.data, issues: [] };
  return { issues: result.error.issues.flatMap((issue) => translate(issue, schema, value)) };
}

/** `key:` with nothing behind it means that the field is not there. */
function dropNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropNulls);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null)
      .map(([name, item]) => [name, dropNulls(item)]),
  );
}

function translate(issue: z.core.$ZodIssue, schema: z.ZodMiniType, value: unknown): Issue[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  // An entry of a list goes by the list; what is wrong at the top goes by no name.
  const name = path.findLast((part) => typeof part === "string");
  const isEntry = typeof path.at(-1) === "number";
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schema, path);
    return issue.keys.map((key) => ({
      rule: "known-field",
      message: `Unexpected field “${key}”`,
      hint: didYouMean(key, known) ?? `Known here: ${known.join(", ")}.`,
      path,
      key,
    }));
  }
  const found = valueAt(value, path);
  if (found === undefined || found === null)
    return [
      {
        rule: "field-present",
        message: `Missing ${isEntry ? "entry of" : "field"} “${name}”, expected ${expected(issue)}`,
        hint: isEntry ? "Write it, or delete its dash." : `Add “${name}:”.`,
        path,
      },
    ];
  return [
    {
      rule: "field-fits",
      message: `Unexpected ${show(found)}${name === undefined ? "" : ` in “${name}”`}, expected ${expected(issue)}`,
      ...hint(issue, found),
      ...mended(issue, found),
      path,
    },
  ];
}

const forms: Record<string, string> = {
  slug: "a lower-case name such as “cache-value”",
  number: "a number",
  integer: "a whole number",
  date: "a date YYYY-MM-DD",
  "partial date": "a date YYYY, YYYY-MM or YYYY-MM-DD",
  "web address": "an address that begins with https:// or http://",
  doi: "a DOI such as 10.1000/182, without resolver",
  sha256: "64 lower-case hexadecimal digits",
};

function expected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_value":
      return `one of ${issue.values.map(String).join(", ")}`;
    case "invalid_type":
      return (
        { string: "text", array: "a list", object: "a mapping", record: "a mapping" }[issue.expected as string] ??
        issue.expected
      );
    case "too_small":
      return issue.origin === "string" ? "text that is not empty" : `at least ${issue.minimum} entries`;
    case "invalid_format":
      return forms[issue.message] ?? issue.message;
    case "invalid_union":
      return "one of the forms that the format allows";
    default:
      return issue.message;
  }
}

function hint(issue: z.core.$ZodIssue, found: unknown): { hint: string } {
  const known =
    issue.code === "invalid_value" && typeof found === "string"
      ? didYouMean(found, issue.values.map(String))
      : undefined;
  return { hint: known ?? "`dossier schema` prints the form of every file; docs/format.md explains it." };
}

/** A DOI that is written as an address, or with its prefix. */
function mended(issue: z.core.$ZodIssue, found: unknown): { replace?: string } {
  const doi =
    issue.code === "invalid_format" && issue.message === "doi" && typeof found === "string"
      ? /10\.\d{4,9}\/\S+$/.exec(found)?.[0]
      : undefined;
  return doi ? { replace: /[#:,[\]{}&*!|>'"%@`]/.test(doi) ? JSON.stringify(doi) : doi } : {};
}

function show(value: unknown): string {
  if (typeof value === "string")
    return value === "" ? "empty text" : `“${value.length > 60 ? `${value.slice(0, 57)}…` : value}”`;
  return Array.isArray(value) ? "list" : "mapping";
}
