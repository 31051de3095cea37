import { describe, expect, it } from "vitest";
import {
  type Anchor,
  calibrate,
  type Estimate,
  failingShare,
  kappa,
  regressed,
  type Sample,
} from "./judge-calibration.ts";

const anchors = (tp: number, fn: number, tn: number, fp: number): Anchor[] => [
  ...Array.from({ length: tp }, () => ({ human: true, judge: true })),
  ...Array.from({ length: fn }, () => ({ human: true, judge: false })),
  ...Array.from({ length: tn }, () => ({ human: false, judge: false })),
  ...Array.from({ length: fp }, () => ({ human: false, judge: true })),
];
const ours = calibrate(anchors(170, 30, 184, 16)); // sensitivity 0.85, specificity 0.92

describe("judge calibration", () => {
  it("reads sensitivity and specificity from the anchor set", () =>
    expect(ours).toMatchObject({ sensitivity: 0.85, specificity: 0.92, bad: 200, good: 200 }));

  it("tells agreement from agreement by chance", () => {
    const lazy = anchors(0, 5, 95, 0); // passes everything: 95 % agreement
    expect(kappa(lazy)).toBeCloseTo(0);
    expect(kappa(anchors(5, 0, 95, 0))).toBe(1);
  });

  it("recovers a true share of 5 % from the 11.85 % that the judge flags", () => {
    const e = failingShare(1185, 10_000, ours) as Estimate;
    expect(e.value).toBeCloseTo(0.05);
    expect(e.low).toBeLessThan(0.05);
    expect(e.high).toBeGreaterThan(0.05);
  });

  it("gets wider with fewer anchors, however many answers are judged", () => {
    const few = calibrate(anchors(17, 3, 23, 2)); // about the same judge, 45 labels
    const width = (e: Estimate) => e.high - e.low;
    expect(width(failingShare(118_500, 1_000_000, few) as Estimate)).toBeGreaterThan(
      width(failingShare(1185, 10_000, ours) as Estimate),
    );
  });

  it("refuses to correct a judge that sees nothing", () =>
    expect(failingShare(50, 100, calibrate(anchors(10, 10, 10, 10)))).toBe("judge no better than chance"));
});

describe("the alarm, sized by the model judge-sampling: 5 % to 8 % in 2,619 samples", () => {
  const least = 2619;
  const flagRate = (failing: number) => failing * 0.85 + (1 - failing) * 0.08;
  const sample = (flagged: number, judged = least, judge = "judge@1"): Sample => ({ judge, flagged, judged });
  const at = (failing: number) => sample(Math.round(flagRate(failing) * least));

  it("sees the rise, where the interval of the level still covers the old share", () => {
    const few = calibrate(anchors(167, 29, 104, 9)); // 309 anchors
    expect((failingShare(at(0.08).flagged, least, few) as Estimate).low).toBeLessThan(0.05);
    expect(regressed(at(0.05), at(0.08), least)).toBe(true);
    expect(regressed(at(0.05), at(0.06), least)).toBe(false);
  });

  it("finds it four times in five, and cries wolf once in twenty", () => {
    let state = 1; // a seeded generator, so that every run is the same
    const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    const draw = (failing: number) => {
      let flagged = 0;
      for (let i = 0; i < least; i++) if (random() < flagRate(failing)) flagged++;
      return sample(flagged);
    };
    const alarms = (failing: number, runs = 1000) => {
      let fired = 0;
      for (let i = 0; i < runs; i++) if (regressed(draw(0.05), draw(failing), least) === true) fired++;
      return fired / runs;
    };
    expect(Math.abs(alarms(0.08) - 0.8)).toBeLessThan(0.04);
    expect(Math.abs(alarms(0.05) - 0.05)).toBeLessThan(0.02);
  });

  it("gives no all-clear on a thin sample, a thin baseline or another judge", () => {
    expect(regressed(at(0.05), sample(60, 500), least)).toBe("too few samples");
    expect(regressed(sample(60, 500), at(0.08), least)).toBe("too few samples");
    expect(regressed(at(0.05), sample(371, least, "judge@2"), least)).toBe("judge changed");
  });
});
