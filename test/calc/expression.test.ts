/** Formulas that must be read right, and hostile ones that must be refused fast and without effect. */
import { beforeAll, describe, expect, it } from "vitest";
import { loadParser, namesOf, type Parser, parseExpression } from "../../src/calc/expression.ts";
import { FormulaError } from "../../src/calc/formula-error.ts";
import { interpret } from "../../src/calc/interpret.ts";
import { describeDimension, scalar } from "../../src/calc/quantity.ts";

let parse: Parser;
beforeAll(async () => {
  parse = await loadParser();
});

const known = new Map([
  ["a", scalar(3)],
  ["b", scalar(4)],
]);

function evaluated(text: string): string {
  const result = interpret(parseExpression(text, parse), (name) => known.get(name));
  if (typeof result === "boolean") return String(result);
  return `${Number(result.value.toPrecision(12))} ${describeDimension(result.dimension)}`;
}

describe("a formula", () => {
  it.each([
    ["a + b * 2", "11 1"],
    ["(a + b) * 2", "14 1"],
    ["-a^2", "-9 1"],
    ["2^3^2", "512 1"],
    ["a - b - 1", "-2 1"],
    ["10 / 2 / 5", "1 1"],
    ["2 a", "6 1"],
    ["50%", "0.5 1"],
    ["7 mod 4", "3 1"],
    ["mod(-1, 4)", "3 1"],
    ["min(a, b, 1) + max(a, b)", "5 1"],
    ["log(8, 2) + log10(100) + log2(4)", "7 1"],
    ["round(2.345, 1) + floor(1.9) + ceil(1.1) + abs(-1)", "6.3 1"],
    ["a < b ? a : b", "3 1"],
    ["a > b ? 1 / 0 : 2", "2 1"],
    ["1 < a < 3.5", "true"],
    ["a < b and not (a == b)", "true"],
    ["0.1 + 0.2 == 0.3", "true"],
    ["0.1 + 0.2 <= 0.3", "true"],
    ["0.1 + 0.2 > 0.3", "false"],
    ["1 hour / (1 s)", "3600 1"],
    ["1 year / 1 month + 1 month / 1 day", "42.4375 1"],
    ["3 USD/Mtoken * 2 Mtoken", "6 USD"],
    ["1 month * 1 request/s", "2629800 request"],
    ["sqrt(4 USD^2)", "2 USD"],
    ["max(1 USD/hour, 1 USD/day) / (1 USD/hour)", "1 1"],
    ["2 person * 3 week / (1 person_week)", "6 1"],
    ["GiB / kB", "1073741.824 1"],
    ["1 kWh / (1 hour)", "1000 W"],
  ])("%s is %s", (text, expected) => {
    expect(evaluated(text)).toBe(expected);
  });

  it("names what it reads, each once", () => {
    expect(namesOf(parseExpression("a * b + max(a, c) / (x > 1 ? y : z)", parse))).toEqual([
      "a",
      "b",
      "c",
      "x",
      "y",
      "z",
    ]);
  });
});

describe("a hostile formula is refused", () => {
  const deep = (levels: number) => `${"(".repeat(levels)}1${")".repeat(levels)}`;

  it.each([
    'import("fs")',
    "cos.constructor(1)",
    'cos.constructor("return process")()',
    "a.constructor",
    "f(x) = x + 1",
    "f(x) = f(x)",
    "a = 5",
    "a; b",
    "a\n\n; b",
    "[1, 2, 3]",
    "1:1000000000",
    "zeros(1000000000)",
    "ones(1e9)",
    "range(1, 1e9)",
    "99!",
    "99!!",
    "a'",
    "{ a: 1 }",
    'a["constructor"]',
    '"text"',
    "evaluate(1)",
    "parse(1)",
    "simplify(1)",
    "derivative(a, b)",
    "createUnit(a)",
    "config(a)",
    "map(a, b)",
    "constructor(1)",
    "toString(1)",
    "__proto__(1)",
    "valueOf()",
    "sqrt()",
    "sqrt(1, 2, 3)",
    "Infinity",
    "NaN * 0",
    "a & b",
    "a | b",
    "~a",
    "a << 1000",
    "a to b",
    "true",
    "null",
    "1e999",
    "1 # comment",
    "a → b",
    "\u0000",
    "",
    " ",
    "a +",
    ")(",
    deep(41),
    deep(490),
    `${"-".repeat(900)}1`,
    Array(400).fill("2").join("^"),
    Array(400).fill("a").join("+"),
    "a?".repeat(300),
    `${"a ? ".repeat(60)}1${" : 2".repeat(60)}`,
    `${"1 + ".repeat(1000)}1`,
    `min(${Array(21).fill("1").join(",")})`,
  ])("%j", (text) => {
    const started = performance.now();
    expect(() => parseExpression(text, parse)).toThrow(FormulaError);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each(["constructor", "__proto__", "hasOwnProperty", "process", "globalThis", "i", "version", "sqrt"])(
    "%s is an unknown name",
    (name) => {
      expect(() => evaluated(`${name} + 1`)).toThrow(`Unknown name “${name}”`);
    },
  );

  it("that grows without bound ends as a problem", () => {
    expect(() => evaluated("9^9^9^9")).toThrow("expected a finite number");
    expect(() => evaluated("exp(exp(exp(9)))")).toThrow("expected a finite number");
    expect(() => evaluated("(1 USD)^1e308 * (1 USD)^1e308 + 1")).toThrow(FormulaError);
  });

  it("says what to write instead", () => {
    const refused = (text: string) => {
      try {
        parseExpression(text, parse);
      } catch (error) {
        return error as FormulaError;
      }
      return undefined;
    };
    expect(refused("sqr(4)")?.hint).toBe("Did you mean “sqrt”?");
    expect(refused("a (b + 1)")?.hint).toBe("To multiply, write a * (…).");
    expect(refused("a − b")?.message).toContain("Unexpected “−”");
  });
});
