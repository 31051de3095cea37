/** What an output may be expected to be. */
import { expect, it } from "vitest";
import { parseExpectation } from "../../src/calc/expectation.ts";
import { FormulaError } from "../../src/calc/formula-error.ts";

it.each([
  ["> 0", [1e-9], [0, -1, 1e-13 * 0]],
  [">= 0", [0, 1], [-1e-9]],
  ["<100", [99.9, -5], [100, 100.0000000000001]],
  ["<= 1e2", [100, 100.0000000000001], [100.1]],
  ["0..1", [0, 0.5, 1, 1.0000000000000002], [-0.1, 1.1]],
  ["-5 .. -1", [-5, -3, -1], [0, -6]],
])("%s", (text, inside, outside) => {
  const holds = parseExpectation(text);
  expect(inside.map(holds)).toEqual(inside.map(() => true));
  expect(outside.map(holds)).toEqual(outside.map(() => false));
});

it.each(["", "positive", "> x", "1..0", "..1", "0...1", "== 3", "> 0 USD"])("refuses %j", (text) => {
  expect(() => parseExpectation(text)).toThrow(FormulaError);
});
