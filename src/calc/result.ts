/** What evaluating a model gives: plain data, already in print where a reader will see it. */
import type { Value } from "../model/value.ts";
import type { CheckResult } from "./checks.ts";
import type { Sensitivity } from "./sensitivity.ts";
import type { Series } from "./series.ts";
import type { Issue, Origin } from "./variable.ts";

export interface InputResult {
  readonly name: string;
  readonly title: string;
  /** In `unit`; missing when it could not be computed. */
  readonly value?: number;
  readonly unit: string;
  /** As printed. */
  readonly text: string;
  /** The plausible range as printed; empty when there is none. */
  readonly range: string;
  readonly origin: Origin;
  /** A what-if value stands in place of the declared one. */
  readonly overridden: boolean;
}

export interface OutputResult {
  readonly name: string;
  readonly title: string;
  readonly value?: number;
  readonly unit: string;
  readonly text: string;
  readonly formula: string;
}

export interface ModelResult {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly inputs: readonly InputResult[];
  readonly outputs: readonly OutputResult[];
  readonly checks: readonly CheckResult[];
  readonly sensitivity?: Sensitivity;
  readonly series?: Series;
}

/** Everything at once, as it is cached. */
export interface Computation {
  readonly values: readonly Value[];
  readonly issues: readonly Issue[];
  readonly results: readonly ModelResult[];
}
