/** The curves of a chart and their crossings. */
import { describe, expect, it } from "vitest";
import { evaluateModels } from "../../src/calc/evaluate.ts";
import { crossingsOf } from "../../src/calc/series.ts";
import { CountingCache, dossierOf, fixtureFiles, modelWith } from "./dossier-of.ts";

const evaluated = async (files: Record<string, string>) =>
  evaluateModels(await dossierOf(files), { cache: new CountingCache() });

describe("a chart", () => {
  it("has the points that it asks for, and its break-even agrees with the formula's", async () => {
    const { results, values } = await evaluated(fixtureFiles());
    const series = results.get("local-vs-hosted")?.series;
    expect(series?.points).toHaveLength(20);
    expect(series?.points.map(({ x }) => x).slice(0, 3)).toEqual([0.05, 0.1, 0.15]);
    expect(series?.points.at(-1)).toEqual({ x: 1, y: [expect.closeTo(2.5 / 5.4, 10), 1] });
    expect(series?.x).toEqual({
      name: "gpu_utilisation",
      title: "Utilisation of local GPUs",
      unit: "1",
      label: "%",
      percent: true,
      ends: ["5 %", "100 %"],
    });
    expect(series?.curves[1]?.ends).toEqual(["USD 1.00 per million tokens", "USD 1.00 per million tokens"]);
    expect(series?.y).toMatchObject({
      title: "Cost of a million tokens",
      label: "USD per million tokens",
      percent: false,
    });
    expect(series?.crossings).toHaveLength(1);
    expect(series?.crossings[0]?.x).toBeCloseTo(values.get("local-vs-hosted.break_even")?.value ?? Number.NaN, 8);
    expect(series?.crossings[0]).toMatchObject({ xText: "46.3 %", yText: "USD 1.00 per million tokens" });
  });

  it("brings curves of another unit into that of the first, and leaves gaps where one is not defined", async () => {
    const outputs =
      'a: { title: A, formula: "x / n", unit: USD }\nb: { title: B, formula: "n * 1 kUSD", unit: kUSD }\n';
    const chart = "chart: { title: C, x: n, from: -1, to: 1, steps: 3, y: [a, b] }\n";
    const { results, problems } = await evaluated(modelWith(outputs, chart));
    expect(problems).toEqual([]);
    expect(results.get("m")?.series?.points).toEqual([
      { x: -1, y: [-4, -1000] },
      { x: 0, y: [null, 0] },
      { x: 1, y: [4, 1000] },
    ]);
  });

  it.each([
    ["x: y, from: 0, to: 1, steps: 5, y: [a]", "Unknown input “y”"],
    ["x: n, from: 0, to: 1, steps: 5, y: [c]", "Unknown output “c”"],
    ["x: n, from: 1, to: 1, steps: 5, y: [a]", "Unexpected 1, expected less than 1"],
    ["x: n, from: 0, to: 1, steps: 1, y: [a]", "Unexpected 1, expected 2..200"],
    ["x: n, from: 0, to: 1, steps: 1000000000, y: [a]", "Unexpected 1000000000, expected 2..200"],
    ["x: n, from: 0, to: 1, steps: 5, y: [a, b]", "Unexpected unit 1, expected that of “a”, USD"],
  ])("that asks for %s is reported", async (chart, message) => {
    const outputs = 'a: { title: A, formula: "x * n", unit: USD }\nb: { title: B, formula: "n", unit: "1" }\n';
    const { problems, results } = await evaluated(modelWith(outputs, `chart: { title: C, ${chart} }\n`));
    expect(problems.map((problem) => problem.message)).toEqual([message]);
    expect(results.get("m")?.series).toBeUndefined();
  });
});

describe("crossings", () => {
  const between = (f: (x: number) => number, g: (x: number) => number, xs: number[]) => {
    const at = (x: number) => [f(x), g(x)];
    return crossingsOf(
      xs.map((x) => ({ x, y: at(x) })),
      at,
    );
  };

  it("are found inside a step, on a point, and more than one", () => {
    expect(
      between(
        (x) => x,
        () => 0.3,
        [0, 1, 2],
      ),
    ).toEqual([{ x: 0.3, y: 0.3 }]);
    expect(
      between(
        (x) => x,
        () => 1,
        [0, 1, 2],
      ),
    ).toEqual([{ x: 1, y: 1 }]);
    expect(
      between(
        (x) => x * x,
        () => 2,
        [-3, 0, 3],
      ).map(({ x }) => x),
    ).toEqual([expect.closeTo(-Math.SQRT2, 8), expect.closeTo(Math.SQRT2, 8)]);
  });

  it("are not seen in a jump, in parallel curves, or in equal ones", () => {
    expect(
      between(
        (x) => 1 / x,
        () => 0,
        [-1, 1],
      ),
    ).toEqual([]);
    expect(
      between(
        (x) => x,
        (x) => x + 1,
        [0, 1, 2],
      ),
    ).toEqual([]);
    expect(
      between(
        (x) => x,
        (x) => x,
        [0, 1, 2],
      ),
    ).toEqual([]);
  });
});
