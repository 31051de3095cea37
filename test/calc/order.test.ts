/** The order of computation, also for chains that would end a recursion. */
import { describe, expect, it } from "vitest";
import { orderOf } from "../../src/calc/order.ts";
import { scalar } from "../../src/calc/quantity.ts";
import { parseUnit } from "../../src/calc/unit.ts";
import type { Variable, Variables } from "../../src/calc/variable.ts";

const format = { unit: parseUnit("1"), percent: false, declared: false };

function graph(needs: Readonly<Record<string, readonly string[]>>): Variables {
  const variable = (key: string, scope: readonly string[]): Variable => ({
    kind: "computed",
    key,
    model: "m",
    name: key,
    title: key,
    format,
    origin: { kind: "formula", formula: "" },
    expression: { kind: "number", value: scalar(0).value },
    scope: new Map(scope.map((need) => [need, need])),
  });
  return new Map(Object.entries(needs).map(([key, scope]) => [key, variable(key, scope)]));
}

describe("orderOf", () => {
  it("puts every variable after what it needs", () => {
    const { sorted, cycles } = orderOf(graph({ c: ["a", "b"], b: ["a"], a: [], d: ["c", "elsewhere"] }));
    expect(sorted.map(({ key }) => key)).toEqual(["a", "b", "c", "d"]);
    expect(cycles).toEqual([]);
  });

  it("names each cycle once and still orders the rest", () => {
    const { sorted, cycles } = orderOf(
      graph({ a: ["b"], b: ["a"], c: ["a"], d: [], x: ["y"], y: ["x", "d"], z: ["z"] }),
    );
    expect(cycles).toEqual([["a", "b"], ["x", "y"], ["z"]]);
    expect(sorted.map(({ key }) => key)).toEqual(expect.arrayContaining(["c", "d"]));
  });

  it("has room for a chain of 50,000", () => {
    const needs = Object.fromEntries(
      Array.from({ length: 50_000 }, (_, index) => [`v${index}`, index ? [`v${index - 1}`] : []]),
    );
    expect(orderOf(graph(needs)).sorted).toHaveLength(50_000);
  });
});
