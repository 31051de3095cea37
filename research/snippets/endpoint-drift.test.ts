import { describe, expect, it } from "vitest";
import { driftProbability } from "./endpoint-drift.ts";

/** A small generator with a seed, so that the test is the same every time. */
const seeded = (seed: number) => () => {
  seed = (seed * 1664525 + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

/** A toy model: a fixed sentence in which each word has a synonym, chosen with probability `p`. */
const model = (p: number, random: () => number) => () =>
  ["The", "draft", "is", "short", "and", "clear", "for", "the", "reader"]
    .map((w) => (random() < p ? w.toUpperCase() : w))
    .join(" ");
const sample = (p: number, n: number, random: () => number) => Array.from({ length: n }, model(p, random));

describe("endpoint drift", () => {
  it("stays calm when both samples come from one model", () => {
    const random = seeded(7);
    const calm = Array.from(
      { length: 20 },
      () => driftProbability(sample(0.2, 10, random), sample(0.2, 10, random), random, 200) < 0.05,
    );
    expect(calm.filter(Boolean).length).toBeLessThanOrEqual(3);
  });

  it("finds a model that answers differently with ten samples on each side", () => {
    const random = seeded(11);
    expect(driftProbability(sample(0.1, 10, random), sample(0.7, 10, random), random)).toBeLessThan(0.01);
  });

  it("gives the smallest probability it can to disjoint answers, and one to equal ones", () => {
    const random = seeded(3);
    expect(driftProbability(Array(8).fill("aaaa"), Array(8).fill("bbbb"), random, 99)).toBeLessThanOrEqual(0.02);
    expect(driftProbability(Array(8).fill("aaaa"), Array(8).fill("aaaa"), random, 99)).toBe(1);
  });
});
