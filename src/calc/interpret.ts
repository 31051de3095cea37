/** The value of an expression, with its unit. */
import type { Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { constants, type Operand, type Operation } from "./operations.ts";
import { type Quantity, scalar } from "./quantity.ts";
import { unitNames } from "./unit-names.ts";

export type Lookup = (name: string) => Quantity | undefined;

/** The value of `expression`; a name is looked up first, then among constants and units. Throws FormulaError. */
export function interpret(expression: Expression, lookup: Lookup): Operand {
  switch (expression.kind) {
    case "number":
      return scalar(expression.value);
    case "name":
      return named(expression.name, lookup);
    case "choice": {
      const [test, then, otherwise] = expression.branches;
      const holds = interpret(test, lookup);
      if (typeof holds !== "boolean")
        throw new FormulaError("Unexpected number before “?”, expected a comparison such as a < b");
      return interpret(holds ? then : otherwise, lookup);
    }
    case "operation": {
      const { operation, text } = expression;
      const operands = expression.operands.map((operand) => interpret(operand, lookup));
      const result = applied(operation, operands, text);
      if (typeof result !== "boolean" && !Number.isFinite(result.value))
        throw new FormulaError(
          `“${text()}” is ${result.value}, expected a finite number`,
          "Look for a division by zero, or for a root or logarithm of a number below zero.",
        );
      return result;
    }
  }
}

/** Says in which part of the formula something went wrong. */
function applied(operation: Operation, operands: readonly Operand[], text: () => string): Operand {
  try {
    return operation.apply(operands);
  } catch (error) {
    if (error instanceof FormulaError) throw new FormulaError(`${error.message} in “${text()}”`, error.hint);
    throw error;
  }
}

function named(name: string, lookup: Lookup): Quantity {
  const found = lookup(name);
  if (found) return found;
  const constant = constants.get(name);
  if (constant !== undefined) return scalar(constant);
  const unit = unitNames.get(name);
  if (unit) return { value: unit.factor, dimension: unit.dimension };
  throw new FormulaError(`Unknown name “${name}”`);
}
