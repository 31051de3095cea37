/** The fields of a source record in the order of its file. */
import { cslDates, cslNames, cslText } from "./csl-variables.ts";

/** Those that are not CSL's. */
export const ownFields = ["organisation", "tier", "flags", "archive", "questions", "facts"] as const;

export const sourceFields: readonly string[] = [
  "type",
  "title",
  "title-short",
  ...cslNames,
  ...cslText.filter((name) => name !== "title-short" && name !== "abstract" && name !== "note"),
  ...cslDates,
  "accessed",
  "URL",
  "DOI",
  "abstract",
  "note",
  ...ownFields,
];
