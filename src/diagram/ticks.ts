/** The marks of an axis: round numbers, 1, 2 or 5 times a power of ten apart. */

export interface Ticks {
  readonly values: readonly number[];
  /** Digits after the point that tell neighbours apart. */
  readonly digits: number;
}

/** About `count` marks that cover `low` to `high` from the first to the last. */
export function ticks(low: number, high: number, count: number): Ticks {
  const reach = high > low ? high - low : Math.abs(high) || 1;
  const power = Math.floor(Math.log10(reach / count));
  const rest = reach / count / 10 ** power;
  const factor = rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10;
  const exponent = factor === 10 ? power + 1 : power;
  const unit = factor === 10 ? 1 : factor;
  // Whole multiples first, one division or product after: no sum of rounded steps.
  const value = (multiple: number) =>
    exponent < 0 ? (multiple * unit) / 10 ** -exponent : multiple * unit * 10 ** exponent;
  const step = value(1);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  return {
    values: Array.from({ length: last - first + 1 }, (_, index) => value(first + index)),
    digits: Math.max(0, -exponent),
  };
}

/** A number for a reader: thousands apart by a comma, as many digits as its axis needs. */
export function numberText(value: number, digits: number): string {
  const [whole = "", part] = Math.abs(value).toFixed(digits).split(".");
  const sign = value < 0 && Number(value.toFixed(digits)) !== 0 ? "\u2212" : "";
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${part === undefined ? "" : `.${part}`}`;
}
