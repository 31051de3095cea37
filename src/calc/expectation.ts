/** What an output is expected to be: `> 0`, `<= 100`, `0..1`; numbers are in the output's unit, shares are 0..1. */
import { FormulaError } from "./formula-error.ts";
import { nearlyEqual } from "./operations.ts";

const decimal = "([-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)";
const bound = new RegExp(`^(<=|>=|<|>)\\s*${decimal}$`);
const range = new RegExp(`^${decimal}\\s*\\.\\.\\s*${decimal}$`);

/** Both ends of a range belong to it. Throws FormulaError when `text` is no expectation. */
export function parseExpectation(text: string): (value: number) => boolean {
  const [, sign, limit] = bound.exec(text.trim()) ?? [];
  if (sign !== undefined) {
    const end = Number(limit);
    return (value) => {
      if (nearlyEqual(value, end)) return sign.endsWith("=");
      return sign.startsWith("<") ? value < end : value > end;
    };
  }
  const [, low, high] = range.exec(text.trim()) ?? [];
  if (low === undefined || Number(low) > Number(high))
    throw new FormulaError(`Unexpected “${text}”, expected a bound such as > 0 or <= 100, or a range such as 0..1`);
  return (value) =>
    (value > Number(low) && value < Number(high)) ||
    nearlyEqual(value, Number(low)) ||
    nearlyEqual(value, Number(high));
}
