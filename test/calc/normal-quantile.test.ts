/** The normal quantile against published values. */
import { expect, it } from "vitest";
import { normalQuantile } from "../../src/calc/normal-quantile.ts";

it.each([
  [0.5, 0],
  [0.975, 1.959963984540054],
  [0.8, 0.8416212335729143],
  [0.95, 1.6448536269514722],
  [0.9999, 3.719016485455709],
  [1e-10, -6.361340902404056],
  [1e-20, -9.26234008979841],
])("p = %d", (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 12);
});

it("is odd about one half, and not finite outside of 0..1", () => {
  expect(normalQuantile(0.3)).toBeCloseTo(-normalQuantile(0.7), 14);
  expect([0, 1, -1, 2, Number.NaN].filter((p) => Number.isFinite(normalQuantile(p)))).toEqual([]);
});
