/** Something wrong with the content, at a place that has not been looked up yet. */
import type { Fix, Severity } from "../core/diagnostic.ts";
import type { Place } from "./entry.ts";

export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly message: string;
  readonly hint?: string;
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
  readonly fix?: Fix;
}
