/** The checks of a model: comparisons that must hold over its inputs and outputs. */
import type { Calculation } from "../model/calculation.ts";
import { attempt } from "./attempt.ts";
import type { Parser } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { readFormula } from "./outputs.ts";
import { print } from "./print.ts";
import { type Amounts, inUnit, isKnown, resultOf } from "./solve.ts";
import type { Report, Variables } from "./variable.ts";

export interface CheckResult {
  readonly formula: string;
  /** Missing when it could not be computed. */
  readonly holds?: boolean;
}

/** Evaluates every check and reports those that do not hold, with the figures they compared. */
export function runChecks(
  model: string,
  calculation: Calculation,
  variables: Variables,
  amounts: Amounts,
  parse: Parser,
  report: Report,
): CheckResult[] {
  const run = (text: string): boolean | undefined => {
    const formula = readFormula(text, model, calculation, parse);
    if (!isKnown(formula, amounts)) return undefined;
    const holds = resultOf(formula, amounts);
    if (typeof holds !== "boolean")
      throw new FormulaError(`Unexpected number from “${text}”, expected a comparison such as a < b`);
    return holds;
  };
  const figures = (text: string) =>
    [...readFormula(text, model, calculation, parse).scope.values()]
      .map((key) => variables.get(key))
      .filter((variable) => variable !== undefined)
      .map(({ name, key, format }) => {
        const amount = amounts.get(key);
        return `${name} is ${amount ? print(inUnit(amount, format.unit), format) : "unknown"}`;
      })
      .join(", ");
  return (calculation.checks ?? []).map((formula, index) => {
    const path = ["checks", index];
    const holds = attempt(report, path, () => run(formula));
    if (holds === false)
      report(path, `Unexpected failure of “${formula}”, expected it to hold`, `${figures(formula)}.`);
    return { formula, holds };
  });
}
