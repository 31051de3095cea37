/** The variables of all models in one graph: system figures (`system.<id>`), inputs and outputs (`<model>.<name>`). */
import type { Path } from "../model/entry.ts";
import type { Expression } from "./expression.ts";
import type { Format } from "./print.ts";
import type { Quantity } from "./quantity.ts";

/** Where a variable has its value from. */
export type Origin =
  | { readonly kind: "system"; readonly figure: string; readonly status: string }
  | { readonly kind: "model"; readonly model: string; readonly output: string }
  | { readonly kind: "source"; readonly markdown: string }
  | { readonly kind: "assumption"; readonly id: string }
  | { readonly kind: "formula"; readonly formula: string };

interface Common {
  readonly key: string;
  /** Id of the model, or `system`. */
  readonly model: string;
  readonly name: string;
  readonly title: string;
  readonly format: Format;
  readonly origin: Origin;
  /** The plausible range, in the unit. */
  readonly low?: number;
  readonly high?: number;
}

export type Variable =
  | (Common & { readonly kind: "given"; readonly value: Quantity; readonly overridden: boolean })
  | (Common & { readonly kind: "linked"; readonly to: string })
  | (Common & {
      readonly kind: "computed";
      readonly expression: Expression;
      /** Keys of the variables that the formula reads, by the names it uses. */
      readonly scope: ReadonlyMap<string, string>;
      readonly expect?: { readonly text: string; holds(value: number): boolean };
    });

export type Computed = Extract<Variable, { kind: "computed" }>;

export type Variables = ReadonlyMap<string, Variable>;

/** Keys of the variables that must be known first. */
export function needsOf(variable: Variable): readonly string[] {
  if (variable.kind === "given") return [];
  return variable.kind === "linked" ? [variable.to] : [...variable.scope.values()];
}

/** A problem before its place is looked up: plain data, so that it can be cached. */
export interface Issue {
  /** `model/<id>`, or `system/system`. */
  readonly entry: string;
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
}

/** Takes one problem of one file. */
export type Report = (path: Path, message: string, hint?: string) => void;
