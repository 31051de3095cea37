import { describe, expect, it } from "vitest";
import { type Anchor, calibrate, type Estimate, failingShare, kappa, regressed } from "./judge-calibration.ts";

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

  it("calls a regression only when the whole interval has moved", () => {
    const before: Estimate = { value: 0.05, low: 0.03, high: 0.07 };
    expect(regressed(before, { value: 0.09, low: 0.055, high: 0.12 }, 0.01)).toBe(false);
    expect(regressed(before, { value: 0.12, low: 0.09, high: 0.15 }, 0.01)).toBe(true);
  });
});
