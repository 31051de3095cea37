import { describe, expect, it } from "vitest";
import { gate, type Pair, worstDifference } from "./promotion-gate.ts";

const many = (n: number, baseline: boolean, candidate: boolean, template = "brief"): Pair[] =>
  Array.from({ length: n }, () => ({ template, baseline, candidate }));

describe("gate", () => {
  it("promotes a candidate that agrees with the baseline", () => {
    expect(gate([...many(380, true, true), ...many(20, false, false)])).toMatchObject([
      { template: "brief", promote: true },
    ]);
  });

  it("holds a candidate that loses more than the margin", () => {
    expect(gate([...many(380, true, true), ...many(20, true, false)])).toMatchObject([{ promote: false }]);
  });

  it("holds a candidate on too few prompts, however good", () => {
    expect(gate(many(100, true, true))).toMatchObject([{ pairs: 100, promote: false }]);
  });

  it("gives each template its own verdict", () => {
    const verdicts = gate([
      ...many(2000, true, true),
      ...many(350, true, true, "legal"),
      ...many(50, true, false, "legal"),
    ]);
    expect(verdicts.map((v) => [v.template, v.promote])).toEqual([
      ["brief", true],
      ["legal", false],
    ]);
  });

  it("narrows with more prompts", () => {
    const few = worstDifference([...many(95, true, true), ...many(5, true, false)]);
    const more = worstDifference([...many(950, true, true), ...many(50, true, false)]);
    expect(more).toBeGreaterThan(few);
    expect(worstDifference([])).toBe(-1);
  });
});
