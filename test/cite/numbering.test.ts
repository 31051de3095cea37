/** Numbers of references in the order of their first citation. */
import { expect, it } from "vitest";
import { numberSources } from "../../src/cite/numbering.ts";

it("numbers sources by first appearance and keeps every use", () => {
  const uses = ["b", "a", "b", "__proto__", "a"].map((key, place) => ({ key, place }));
  expect([...numberSources(uses).values()]).toEqual([
    { key: "b", number: 1, uses: [0, 2] },
    { key: "a", number: 2, uses: [1, 4] },
    { key: "__proto__", number: 3, uses: [3] },
  ]);
  expect(numberSources([]).size).toBe(0);
});
