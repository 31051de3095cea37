/** The roadmap's bars keep to phases, dependencies and the team. */
import { describe, expect, it } from "vitest";
import { barsOf } from "../../src/compose/bars.ts";
import type { Dossier } from "../../src/model/dossier.ts";

/** `items`: id, weeks, person-weeks, what it depends on; one phase each list. */
type Item = readonly [id: string, weeks: number, effort: number, before?: readonly string[]];

function plan(people: number, ...phases: readonly (readonly Item[])[]) {
  const all = phases.flat().map(([id, weeks, p50, before = []]) => {
    const data = { calendar: { weeks }, effort: { p50, p90: p50 }, "depends-on": before };
    return [id, { id, data }] as const;
  });
  const roadmap = {
    data: {
      capacity: { people },
      phases: phases.map((items, at) => ({
        "from-day": at * 70,
        "to-day": at * 70 + 70,
        items: items.map(([id]) => id),
      })),
    },
  };
  const bars = barsOf({ roadmap, recommendations: new Map(all) } as unknown as Dossier);
  return Object.fromEntries([...bars].map(([id, { from, to }]) => [id, [from, to]]));
}

describe("bars", () => {
  it("begin with their phase, and behind what they depend on", () => {
    expect(
      plan(
        9,
        [
          ["a", 2, 2],
          ["b", 1, 1, ["a"]],
        ],
        [["c", 1, 1, ["b"]]],
      ),
    ).toEqual({
      a: [0, 14],
      b: [14, 21],
      c: [70, 77],
    });
  });

  it("wait for room in the team, in the order of the list", () => {
    expect(
      plan(2, [
        ["a", 4, 4],
        ["b", 2, 2],
        ["c", 2, 4],
        ["d", 3, 3],
      ]),
    ).toEqual({
      a: [0, 28],
      b: [0, 14],
      c: [28, 42],
      d: [42, 63],
    });
  });

  it("begin behind the others when one alone needs more than the team", () => {
    expect(
      plan(1, [
        ["a", 1, 1],
        ["b", 1, 5],
        ["c", 1, 0],
      ]),
    ).toEqual({ a: [0, 7], b: [7, 14], c: [0, 7] });
  });
});
