/** A computed or declared figure that the report may print. */

export interface Value {
  /** `model.output`, `model.input` or `system.figure`. */
  readonly name: string;
  readonly title: string;
  /** In `unit`; shares are 0..1. */
  readonly value: number;
  readonly unit: string;
  /** As printed: rounded, with its unit in words, for example `USD 3.20 per million tokens` or `35 %`. */
  readonly text: string;
  /** Where it comes from: a formula, a declared system figure, or a model's own input. */
  readonly origin: "computed" | "system" | "input";
}

export type Values = ReadonlyMap<string, Value>;
