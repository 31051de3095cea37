/** Figures as a reader sees them. */
import { describe, expect, it } from "vitest";
import { print, printRange, unitLabel } from "../../src/calc/print.ts";
import { parseUnit } from "../../src/calc/unit.ts";

const format = (unit: string, more: { percent?: boolean; digits?: number; declared?: boolean } = {}) => ({
  unit: parseUnit(unit),
  percent: false,
  declared: false,
  ...more,
});

describe("print", () => {
  it.each([
    [3.2, format("USD/Mtoken"), "USD 3.20 per million tokens"],
    [3.2, format("USD/Mtoken", { declared: true }), "USD 3.20 per million tokens"],
    [3, format("USD/Mtoken", { declared: true }), "USD 3 per million tokens"],
    [20_000, format("USD/month", { declared: true }), "USD 20,000 per month"],
    [87_072, format("USD/day"), "USD 87,100 per day"],
    [87_072, format("USD/day", { digits: 0 }), "USD 87,072 per day"],
    [0.0123, format("USD/request"), "USD 0.0123 per request"],
    [-185.4, format("USD/month"), "USD −185 per month"],
    [-0.001, format("USD", { digits: 0 }), "USD 0"],
    [1.005, format("1", { digits: 2 }), "1.00"],
    [600_000, format("request/month", { declared: true }), "600,000 requests per month"],
    [1, format("tenant"), "1 tenant"],
    [1, format("person", { declared: true }), "1 person"],
    [4, format("person", { declared: true }), "4 people"],
    [6, format("person_week"), "6 person-weeks"],
    [12, format("gpu*hour"), "12 GPU-hours"],
    [12, format("Mtoken"), "12 million tokens"],
    [2.5, format("MUSD"), "USD 2.50 million"],
    [350, format("ms"), "350 ms"],
    [1, format("s"), "1 second"],
    [25, format("request/s"), "25 requests per second"],
    [3, format("1/month"), "3 per month"],
    [0.05, format("1/month", { percent: true }), "5 % per month"],
    [0.35, format("1", { percent: true, declared: true }), "35 %"],
    [0.07, format("1", { percent: true, declared: true }), "7 %"],
    [0.46296, format("1", { percent: true, digits: 1 }), "46.3 %"],
    [1.8, format("1"), "1.8"],
    [1234.5678, format("1", { declared: true }), "1,234.5678"],
    [1e-9, format("1"), "1e-9"],
    [2, format("GB^2"), "2 GB^2"],
    [3, format("USD*month"), "3 USD*month"],
    [1e21, format("1"), "1e+21"],
  ])("%d", (value, how, expected) => {
    expect(print(value, how)).toBe(expected);
  });

  it("says the unit of a range once", () => {
    const price = format("USD/hour", { declared: true });
    expect(printRange(1.5, 6, price)).toBe("USD 1.50 to 6 per hour");
    expect(printRange(0.1, 0.8, format("1", { percent: true, declared: true }))).toBe("10 to 80 %");
    expect(printRange(undefined, 6, price)).toBe("up to USD 6 per hour");
    expect(printRange(1, undefined, price)).toBe("from USD 1 per hour");
    expect(printRange(undefined, undefined, price)).toBe("");
  });

  it("labels an axis with the unit alone", () => {
    expect(["USD/Mtoken", "token/s", "tenant", "1"].map((unit) => unitLabel(format(unit)))).toEqual([
      "USD per million tokens",
      "tokens per second",
      "tenants",
      "",
    ]);
    expect(unitLabel(format("1", { percent: true }))).toBe("%");
  });
});
