/** The outputs and checks of a model as expressions over its own names. */
import { didYouMean } from "../core/suggest.ts";
import type { Calculation, CalculationOutput } from "../model/calculation.ts";
import { attempt } from "./attempt.ts";
import { parseExpectation } from "./expectation.ts";
import { type Expression, namesOf, type Parser, parseExpression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { whyNotName } from "./names.ts";
import { constants, functions } from "./operations.ts";
import { parseUnit } from "./unit.ts";
import { unitNames } from "./unit-names.ts";
import type { Computed, Report } from "./variable.ts";

/** A formula with the keys of the variables it reads, by the names it uses. */
export interface Formula {
  readonly expression: Expression;
  readonly scope: ReadonlyMap<string, string>;
}

/** Reads a formula over the inputs and outputs of `model`. Throws FormulaError. */
export function readFormula(text: string, model: string, { inputs, outputs }: Calculation, parse: Parser): Formula {
  const expression = parseExpression(text, parse);
  const scope = new Map<string, string>();
  for (const name of namesOf(expression)) {
    if (Object.hasOwn(inputs, name) || Object.hasOwn(outputs, name)) scope.set(name, `${model}.${name}`);
    else if (!constants.has(name) && !unitNames.has(name))
      throw unknown(name, text, [...Object.keys(inputs), ...Object.keys(outputs)]);
  }
  return { expression, scope };
}

function unknown(name: string, text: string, own: string[]): FormulaError {
  if (functions.has(name)) return new FormulaError(`Unexpected function “${name}” without operands in “${text}”`);
  const hint = didYouMean(name, own) ?? didYouMean(name, [...unitNames.keys()]);
  return new FormulaError(
    `Unknown name “${name}” in “${text}”, expected an input or output of this model, or a unit`,
    hint ?? `Known are ${own.slice(0, 12).join(", ")}.`,
  );
}

/** The variable of one output, or nothing when it is wrong. */
export function declareOutput(
  model: string,
  name: string,
  output: CalculationOutput,
  calculation: Calculation,
  parse: Parser,
  report: Report,
): Computed | undefined {
  const path = ["outputs", name];
  if (Object.hasOwn(calculation.inputs, name)) report(path, `Unexpected output “${name}”, which is also an input`);
  const formula = attempt(report, [...path, "formula"], () => readFormula(output.formula, model, calculation, parse));
  const unit = attempt(report, [...path, "unit"], () => parseUnit(output.unit));
  const { expect } = output;
  const holds = expect && attempt(report, [...path, "expect"], () => parseExpectation(expect));
  if (!formula || !unit) return undefined;
  return {
    kind: "computed",
    key: `${model}.${name}`,
    model,
    name,
    title: output.title,
    format: { unit, percent: output.format === "percent", digits: output.round, declared: false },
    origin: { kind: "formula", formula: output.formula },
    ...formula,
    expect: expect && holds ? { text: expect, holds } : undefined,
  };
}

/** Reports the inputs and outputs whose names can't stand in a formula. */
export function checkNames(calculation: Calculation, report: Report): void {
  for (const group of ["inputs", "outputs"] as const)
    for (const name of Object.keys(calculation[group])) {
      const reason = whyNotName(name);
      if (reason) report([group, name], `Unexpected name “${name}”: ${reason}`, "Rename it here and in the formulas.");
    }
}
