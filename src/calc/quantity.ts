/** A number with a dimension, and the arithmetic that keeps the two consistent. */

/** Powers of base units (`USD`, `token`, `s`, ...) by their symbol; a power of zero is left out. */
export type Dimension = ReadonlyMap<string, number>;

export interface Quantity {
  /** In base units. */
  readonly value: number;
  readonly dimension: Dimension;
}

export const dimensionless: Dimension = new Map();

export const scalar = (value: number): Quantity => ({ value, dimension: dimensionless });

export const isScalar = (quantity: Quantity): boolean => quantity.dimension.size === 0;

/** The dimension of `a * b^power`. */
export function combine(a: Dimension, b: Dimension, power: number): Dimension {
  if (b.size === 0 || power === 0) return a;
  if (a.size === 0 && power === 1) return b;
  const sum = new Map(a);
  for (const [symbol, exponent] of b) {
    const total = (sum.get(symbol) ?? 0) + exponent * power;
    if (Math.abs(total) < 1e-12) sum.delete(symbol);
    else sum.set(symbol, total);
  }
  return sum;
}

export function sameDimension(a: Dimension, b: Dimension): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [symbol, power] of a) if (!(Math.abs(power - (b.get(symbol) ?? 0)) < 1e-12)) return false;
  return true;
}

/** A dimension in words of its base units, for example `USD/token`; `1` when there is none. */
export function describeDimension(dimension: Dimension): string {
  const side = (sign: 1 | -1) =>
    [...dimension]
      .filter(([, power]) => Math.sign(power) === sign)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([symbol, power]) => (Math.abs(power) === 1 ? symbol : `${symbol}^${Number(Math.abs(power).toFixed(3))}`));
  const [over, under] = [side(1), side(-1)];
  return [over.join("*") || "1", ...under].join("/");
}

/** Takes the noise of binary fractions off a result: 14 significant digits are left. */
export function clean(value: number): number {
  return Number(value.toPrecision(14)) + 0;
}
