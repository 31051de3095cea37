/** One model as a function of one of its inputs: what its sensitivity table and its chart ask again and again. */
import type { Quantity } from "./quantity.ts";
import { type Amounts, solve } from "./solve.ts";
import { type Computed, needsOf, type Variable } from "./variable.ts";

export interface ModelRun {
  readonly inputs: readonly Variable[];
  readonly outputs: readonly Computed[];
  /** Quantities as they are, by key. */
  readonly amounts: Amounts;
  /** The quantities of `targets` as a function of one input; those that are not defined there are missing. */
  vary(input: Variable, targets: readonly Computed[]): (value: Quantity) => Amounts;
}

/** `sorted` holds the variables of all models in the order of their needs; only this model's own are computed again. */
export function modelRun(model: string, sorted: readonly Variable[], amounts: Amounts): ModelRun {
  const own = sorted.filter((variable) => variable.model === model);
  const outputs = own.filter((variable): variable is Computed => variable.kind === "computed");
  return {
    inputs: own.filter((variable) => variable.kind !== "computed"),
    outputs,
    amounts,
    vary(input, targets) {
      const moved = movedBy(input.key, outputs);
      const wanted = wantedFor(targets, outputs);
      const again = outputs.filter(({ key }) => moved.has(key) && wanted.has(key));
      const fixed = new Map<string, Quantity>();
      for (const key of [...again, ...targets].flatMap((output) => [output.key, ...needsOf(output)])) {
        const amount = moved.has(key) ? undefined : amounts.get(key);
        if (amount) fixed.set(key, amount);
      }
      return (value) => solve(again, new Map(fixed).set(input.key, value), () => {});
    },
  };
}

/** The outputs that change with a variable, and the variable itself. */
function movedBy(key: string, outputs: readonly Computed[]): Set<string> {
  const moved = new Set([key]);
  for (const output of outputs) if (needsOf(output).some((need) => moved.has(need))) moved.add(output.key);
  return moved;
}

/** The outputs without which the targets can't be computed, and the targets. */
function wantedFor(targets: readonly Computed[], outputs: readonly Computed[]): Set<string> {
  const wanted = new Set(targets.map(({ key }) => key));
  for (const output of outputs.toReversed())
    if (wanted.has(output.key)) for (const need of needsOf(output)) wanted.add(need);
  return wanted;
}
