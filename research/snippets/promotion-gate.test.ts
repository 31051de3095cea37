import { describe, expect, it } from "vitest";
import { gate, type Pair, type Plan, worstDifference } from "./promotion-gate.ts";

const many = (n: number, baseline: boolean, candidate: boolean, template = "brief"): Pair[] =>
  Array.from({ length: n }, () => ({ template, baseline, candidate }));

const judged: Plan = { visible: 0.77, margin: 0.03, least: 2421 };

describe("gate", () => {
  it("promotes a candidate that agrees with the baseline", () => {
    expect(gate([...many(2134, true, true), ...many(287, false, false)], judged)).toMatchObject([
      { template: "brief", promote: true },
    ]);
  });

  it("holds a candidate that loses more than the margin", () => {
    expect(gate([...many(2321, true, true), ...many(100, true, false)], judged)).toMatchObject([{ promote: false }]);
  });

  it("holds a candidate on too few prompts, however good", () => {
    expect(gate(many(100, true, true), judged)).toMatchObject([{ pairs: 100, promote: false }]);
  });

  it("passes an equal model four times in five, and one that is worse by the margin once in twenty", () => {
    let state = 1; // a seeded generator, so that every run is the same
    const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    const passes = (failing: number) => random() >= failing * 0.85 + (1 - failing) * 0.08;
    const promoted = (candidate: number, plan: Plan, runs = 300) => {
      let yes = 0;
      for (let run = 0; run < runs; run++) {
        const pairs = Array.from({ length: plan.least }, () => ({
          template: "brief",
          baseline: passes(0.05),
          candidate: passes(candidate),
        }));
        if (gate(pairs, plan)[0]?.promote) yes++;
      }
      return yes / runs;
    };
    expect(Math.abs(promoted(0.05, judged) - 0.8)).toBeLessThan(0.07);
    expect(promoted(0.08, judged)).toBeLessThan(0.1);
    expect(promoted(0.05, { visible: 0.77, margin: 0.02, least: 400 })).toBeLessThan(0.3); // small and strict: refuses by chance
  });

  it("gives each template its own verdict", () => {
    const verdicts = gate(
      [...many(2500, true, true), ...many(2200, true, true, "legal"), ...many(300, true, false, "legal")],
      judged,
    );
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
