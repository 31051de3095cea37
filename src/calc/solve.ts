/** The quantities of variables, in the order of their needs. */
import { FormulaError } from "./formula-error.ts";
import { interpret } from "./interpret.ts";
import type { Operand } from "./operations.ts";
import type { Formula } from "./outputs.ts";
import { clean, combine, describeDimension, type Quantity, sameDimension } from "./quantity.ts";
import type { Unit } from "./unit.ts";
import type { Computed, Variable } from "./variable.ts";

export type Amounts = ReadonlyMap<string, Quantity>;

/** The number of a quantity in a unit of its dimension. */
export const inUnit = (quantity: Quantity, unit: Unit): number => clean(quantity.value / unit.factor);

/** Computes each variable; `failed` hears of the computed ones that are wrong, and what needs them is left out. */
export function solve(
  sorted: readonly Variable[],
  known: Amounts,
  failed: (variable: Computed, error: FormulaError) => void,
): Map<string, Quantity> {
  const amounts = new Map(known);
  for (const variable of sorted) {
    if (amounts.has(variable.key)) continue;
    if (variable.kind === "given") amounts.set(variable.key, variable.value);
    else if (variable.kind === "linked") {
      const target = amounts.get(variable.to);
      if (target) amounts.set(variable.key, target);
    } else if (isKnown(variable, amounts))
      try {
        amounts.set(variable.key, compute(variable, amounts));
      } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        failed(variable, error);
      }
  }
  return amounts;
}

export const isKnown = ({ scope }: Formula, amounts: Amounts): boolean =>
  [...scope.values()].every((key) => amounts.has(key));

/** Evaluates a formula whose variables are all known. Throws FormulaError. */
export function resultOf({ expression, scope }: Formula, amounts: Amounts): Operand {
  return interpret(expression, (name) => amounts.get(scope.get(name) ?? ""));
}

function compute(variable: Computed, amounts: Amounts): Quantity {
  const result = resultOf(variable, amounts);
  const { unit } = variable.format;
  if (typeof result === "boolean") throw new FormulaError(`Unexpected truth value, expected a number in ${unit.text}`);
  if (!sameDimension(result.dimension, unit.dimension)) {
    const missing = describeDimension(combine(unit.dimension, result.dimension, -1));
    throw new FormulaError(
      `Unexpected unit ${describeDimension(result.dimension)}, expected ${unit.text}`,
      `The formula lacks a factor in ${missing}; or declare another unit.`,
    );
  }
  if (!Number.isFinite(result.value)) throw new FormulaError(`Unexpected ${result.value}, expected a finite number`);
  return result;
}
