/** A figure as it stands in a text; plain data, so that it can be cached with the reading. */
import type { Span } from "../core/span.ts";

export type FigureKind = "percentage" | "factor" | "currency" | "duration" | "count" | "size" | "rate" | "date";

/** What was written of a moment; what was left out is missing. */
export interface Moment {
  readonly year?: number;
  readonly quarter?: string;
  readonly month?: number;
  readonly day?: number;
  /** `HH:MM`. */
  readonly time?: string;
}

export interface Figure {
  readonly kind: FigureKind;
  readonly span: Span;
  readonly text: string;
  /** The number after scaling, without its sign; two for a range, none for a date. */
  readonly numbers: readonly number[];
  /** `%`, `x`, `USD`, `minute`, …; empty for a count. */
  readonly unit: string;
  /** What it is counted against: `month`, `s`, `Mtoken`; empty when nothing is said. */
  readonly per: string;
  /** The words counted, as written. */
  readonly noun: string;
  readonly moments: readonly Moment[];
}
