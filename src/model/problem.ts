/** Something wrong with the content, at a place that has not been looked up yet. */
import type { Fix, Severity } from "../core/diagnostic.ts";
import type { Place } from "./entry.ts";

/** The text that belongs in place of what is reported, where its offsets are not looked up yet. */
export interface Replacement {
  readonly replace: string;
}

export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly message: string;
  readonly hint?: string;
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
  readonly fix?: Fix | Replacement;
}
