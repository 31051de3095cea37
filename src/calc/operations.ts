/** What a formula may do: the operators and functions, each with its rule for units. Nothing else can be called. */
import { FormulaError } from "./formula-error.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { combine, describeDimension, isScalar, type Quantity, sameDimension, scalar } from "./quantity.ts";

export type Operand = Quantity | boolean;

export interface Operation {
  /** How many operands it takes. */
  readonly least: number;
  readonly most: number;
  apply(operands: readonly Operand[]): Operand;
}

/** Numbers that differ by less than this share are equal: sums of binary fractions rarely agree to the last digit. */
const tolerance = 1e-12;

export const nearlyEqual = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));

function number(operand: Operand | undefined): Quantity {
  if (operand === undefined || typeof operand === "boolean")
    throw new FormulaError("Unexpected truth value, expected a number");
  return operand;
}

function truth(operand: Operand | undefined): boolean {
  if (typeof operand !== "boolean") throw new FormulaError("Unexpected number, expected a comparison such as a < b");
  return operand;
}

function pure(operand: Operand | undefined): number {
  const quantity = number(operand);
  if (!isScalar(quantity))
    throw new FormulaError(
      `Unexpected unit ${describeDimension(quantity.dimension)}, expected a number without unit`,
      "Divide by one of the unit first, for example x / (1 token).",
    );
  return quantity.value;
}

function alike(operands: readonly Operand[]): Quantity[] {
  const quantities = operands.map(number);
  const first = quantities[0] as Quantity;
  for (const other of quantities)
    if (!sameDimension(first.dimension, other.dimension)) {
      const found = [first, other].map(({ dimension }) => describeDimension(dimension)).join(" and ");
      throw new FormulaError(`Unexpected units ${found}, expected the same`);
    }
  return quantities;
}

const operation = (least: number, most: number, apply: Operation["apply"]): Operation => ({ least, most, apply });

const elementary = (f: (x: number) => number) => operation(1, 1, ([x]) => scalar(f(pure(x))));

/** Operands of one dimension in, the same dimension out. */
const keeping = (least: number, most: number, f: (values: readonly number[]) => number) =>
  operation(least, most, (operands) => {
    const quantities = alike(operands);
    return { value: f(quantities.map((q) => q.value)), dimension: (quantities[0] as Quantity).dimension };
  });

const comparison = (holds: (a: number, b: number) => boolean) =>
  operation(2, 2, (operands) => {
    const [a, b] = alike(operands) as [Quantity, Quantity];
    return holds(a.value, b.value);
  });

const root = (degree: number, f: (x: number) => number) =>
  operation(1, 1, ([x]) => {
    const { value, dimension } = number(x);
    return { value: f(value), dimension: combine(new Map(), dimension, 1 / degree) };
  });

const product = (power: 1 | -1) =>
  operation(2, 2, ([x, y]) => {
    const [a, b] = [number(x), number(y)];
    const value = power === 1 ? a.value * b.value : a.value / b.value;
    return { value, dimension: combine(a.dimension, b.dimension, power) };
  });

const power = operation(2, 2, ([x, y]) => {
  const [base, exponent] = [number(x), pure(y)];
  return { value: base.value ** exponent, dimension: combine(new Map(), base.dimension, exponent) };
});

const modulo = keeping(2, 2, ([a = 0, b = 0]) => a - b * Math.floor(a / b));

/** By the names that mathjs gives to operators. */
export const operators: ReadonlyMap<string, Operation> = new Map([
  ["add", keeping(2, 2, ([a = 0, b = 0]) => a + b)],
  ["subtract", keeping(2, 2, ([a = 0, b = 0]) => a - b)],
  ["multiply", product(1)],
  ["divide", product(-1)],
  ["pow", power],
  ["mod", modulo],
  ["unaryMinus", keeping(1, 1, ([a = 0]) => -a)],
  ["unaryPlus", keeping(1, 1, ([a = 0]) => a)],
  ["smaller", comparison((a, b) => a < b && !nearlyEqual(a, b))],
  ["larger", comparison((a, b) => a > b && !nearlyEqual(a, b))],
  ["smallerEq", comparison((a, b) => a < b || nearlyEqual(a, b))],
  ["largerEq", comparison((a, b) => a > b || nearlyEqual(a, b))],
  ["equal", comparison(nearlyEqual)],
  ["unequal", comparison((a, b) => !nearlyEqual(a, b))],
  ["and", operation(2, 2, ([a, b]) => truth(a) && truth(b))],
  ["or", operation(2, 2, ([a, b]) => truth(a) || truth(b))],
  ["not", operation(1, 1, ([a]) => !truth(a))],
]);

/** By the names that a formula calls. `log(x)` is natural, `log(x, base)` to a base; `round(x, digits)`. */
export const functions: ReadonlyMap<string, Operation> = new Map([
  ["abs", keeping(1, 1, ([a = 0]) => Math.abs(a))],
  ["min", keeping(1, 20, (values) => Math.min(...values))],
  ["max", keeping(1, 20, (values) => Math.max(...values))],
  ["mod", modulo],
  ["pow", power],
  ["sqrt", root(2, Math.sqrt)],
  ["cbrt", root(3, Math.cbrt)],
  ["exp", elementary(Math.exp)],
  ["log", operation(1, 2, ([x, b]) => scalar(Math.log(pure(x)) / (b === undefined ? 1 : Math.log(pure(b)))))],
  ["log2", elementary(Math.log2)],
  ["log10", elementary(Math.log10)],
  ["floor", elementary(Math.floor)],
  ["ceil", elementary(Math.ceil)],
  ["round", operation(1, 2, ([x, n]) => scalar(rounded(pure(x), n === undefined ? 0 : pure(n))))],
  ["normal_quantile", elementary(normalQuantile)],
]);

export const constants: ReadonlyMap<string, number> = new Map([
  ["pi", Math.PI],
  ["e", Math.E],
]);

function rounded(x: number, digits: number): number {
  const shift = 10 ** Math.trunc(Math.min(Math.max(digits, 0), 12));
  return Math.round(x * shift) / shift;
}
