import { describe, expect, it } from "vitest";
import { bestLength, breakEvenBatch, type Draft, expectedTokens, speedUp } from "./spec-break-even.ts";

const draft: Draft = { acceptance: [0.75, 0.7, 0.65, 0.6, 0.55], draftCost: 0.05 };
const capacity = 128;

describe("speculative decoding", () => {
  it("counts one certain token and the survivors", () => {
    expect(expectedTokens(draft, 0)).toBe(1);
    expect(expectedTokens(draft, 2)).toBeCloseTo(1 + 0.75 + 0.75 * 0.7);
  });

  it("gains at a small batch and loses at a large one with the same draft", () => {
    expect(speedUp(draft, 5, 1, capacity)).toBeGreaterThan(1.5);
    expect(speedUp(draft, 5, 256, capacity)).toBeLessThan(1);
  });

  it("finds the batch at which a fixed length turns into a loss", () => {
    const batch = breakEvenBatch(draft, 5, capacity);
    expect(batch).toBeDefined();
    expect(speedUp(draft, 5, (batch ?? 0) - 1, capacity)).toBeGreaterThanOrEqual(1);
    expect(speedUp(draft, 5, batch ?? 0, capacity)).toBeLessThan(1);
  });

  it("shortens the draft as the load grows and ends at none", () => {
    const lengths = [1, 24, 40, 64, 256].map((batch) => bestLength(draft, batch, capacity));
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    expect(lengths[0]).toBeGreaterThan(2);
    expect(lengths.at(-1)).toBe(0);
  });

  it("never pays when the draft is always wrong", () => {
    expect(bestLength({ acceptance: [0, 0], draftCost: 0.05 }, 1, capacity)).toBe(0);
  });
});
