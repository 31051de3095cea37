/** Units as written, and what is refused. */
import { describe, expect, it } from "vitest";
import { FormulaError } from "../../src/calc/formula-error.ts";
import { describeDimension } from "../../src/calc/quantity.ts";
import { parseUnit } from "../../src/calc/unit.ts";

describe("a unit", () => {
  it.each([
    ["1", 1, "1"],
    ["USD/Mtoken", 1e-6, "USD/token"],
    ["request/month", 1 / 2_629_800, "request/s"],
    ["USD / tenant / year", 1 / 31_557_600, "USD/s/tenant"],
    ["1/hour", 1 / 3600, "1/s"],
    ["gpu*hour", 3600, "gpu*s"],
    ["person_week", 604_800, "person*s"],
    ["GB^2", 1e18, "byte^2"],
    ["kUSD", 1000, "USD"],
  ])("%s", (text, factor, dimension) => {
    const unit = parseUnit(text);
    expect(unit.factor).toBeCloseTo(factor, 12);
    expect(describeDimension(unit.dimension)).toBe(dimension);
  });

  it.each([
    "",
    "tokens",
    "USD per month",
    "USD/",
    "/month",
    "2 USD",
    "USD/(token*month)",
    "constructor",
    "__proto__",
    "USD^0",
    "a".repeat(200),
  ])("refuses %j", (text) => {
    expect(() => parseUnit(text)).toThrow(FormulaError);
  });

  it("suggests the nearest name", () => {
    try {
      parseUnit("USD/Mtokens");
      expect.unreachable();
    } catch (error) {
      expect((error as FormulaError).hint).toBe("Did you mean “Mtoken”?");
    }
  });
});
