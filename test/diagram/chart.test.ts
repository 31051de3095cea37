/** Charts as SVG: axes, labels that do not meet, and the same bytes twice. */
import { describe, expect, it } from "vitest";
import { type LineChart, lineChart } from "../../src/diagram/chart.ts";
import { freePlace } from "../../src/diagram/free-place.ts";
import { parseSvg } from "../../src/diagram/svg.ts";
import { textWidth, wrapped } from "../../src/diagram/text-width.ts";
import { numberText, ticks } from "../../src/diagram/ticks.ts";

const range = (count: number, f: (x: number) => number) => Array.from({ length: count }, (_, x) => ({ x, y: f(x) }));
const chart: LineChart = {
  title: "Cost per million tokens",
  description: "Own hardware is cheaper above 5 units.",
  x: { title: "Volume", factor: 100, suffix: " %" },
  y: { title: "USD" },
  series: [
    { title: "Own", points: range(11, () => 10) },
    { title: "Hosted at list price", points: range(11, (x) => 2 * x) },
  ],
  current: { x: 7, label: "today" },
  breakEvens: [{ x: 5, y: 10, label: "break-even" }],
};

describe("lineChart", () => {
  it("is well-formed SVG with name, description, size and every label", () => {
    const svg = lineChart(chart);
    expect(parseSvg(svg.trimEnd())?.name).toBe("svg");
    expect(svg).toMatch(/^<svg [^>]*width="700" height="380" viewBox="0 0 700 380" role="img"/);
    expect(svg).toContain("Cost per million tokens</title>");
    for (const label of ["Volume", "USD", "Own", "today", "break-even", "200 %", "20"])
      expect(svg).toContain(`>${label}<`);
  });

  it("draws the lines to scale", () => {
    const paths = [
      ...lineChart(chart).matchAll(/<path d="([^"]*)" fill="none" stroke="#[0-9a-f]{6}" stroke-width="2.5"/g),
    ];
    const points = paths.map(([, d]) =>
      [...(d as string).matchAll(/[ML](\S+) ([\d.]+)/g)].map((m) => [Number(m[1]), Number(m[2])]),
    );
    const [own, hosted] = points as [[number, number][], [number, number][]];
    expect(own).toHaveLength(11);
    expect(new Set(own.map(([, y]) => y)).size).toBe(1);
    expect(hosted[5]).toEqual(own[5]);
    // From 0 to 20 on an axis from 0 to 20: all of the height.
    expect([hosted[0]?.[1], hosted[10]?.[1]]).toEqual([324, 52]);
  });

  it("is the same text each time, and another for other numbers", () => {
    expect(lineChart(structuredClone(chart))).toBe(lineChart(chart));
    expect(lineChart({ ...chart, current: { x: 6, label: "today" } })).not.toBe(lineChart(chart));
  });

  it("interrupts a line where a value is not finite and never writes NaN", () => {
    const points = [1, Number.NaN, 3, Number.POSITIVE_INFINITY, 5, 6].map((y, x) => ({ x, y }));
    const svg = lineChart({
      ...chart,
      series: [{ title: "a", points }],
      breakEvens: [{ x: Number.NaN, y: 1, label: "b" }],
    });
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(/<path d="([^"]*)"/.exec(svg)?.[1]?.match(/M/g)).toHaveLength(3);
  });

  it.each([
    ["no series", { series: [], breakEvens: [] }],
    ["one point", { series: [{ title: "a", points: [{ x: 1, y: 1 }] }], breakEvens: [] }],
    ["nothing but zero", { series: [{ title: "a", points: range(3, () => 0) }], breakEvens: [] }],
    ["enormous numbers", { series: [{ title: "a", points: range(3, (x) => x * 1e300) }], breakEvens: [] }],
    ["tiny numbers", { series: [{ title: "a", points: range(3, (x) => x * 1e-12) }], breakEvens: [] }],
    ["losses", { series: [{ title: "a", points: range(3, (x) => x - 5) }], breakEvens: [] }],
    ["no labels", { series: [{ title: "", points: range(3, (x) => x) }], breakEvens: [{ x: 1, y: 1, label: "" }] }],
  ])("draws with %s", (_name, change) => {
    const svg = lineChart({ ...chart, ...change });
    expect(parseSvg(svg.trimEnd())?.name).toBe("svg");
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("keeps hostile words words", () => {
    const words = `</text><script>alert(1)</script>"&\u0000\ud800`;
    const svg = lineChart({
      ...chart,
      title: words,
      series: [{ title: words, points: range(2, (x) => x) }],
      x: { title: words },
    });
    expect(parseSvg(svg.trimEnd())?.name).toBe("svg");
    expect(svg).not.toContain("<script");
    expect(svg).not.toContain("\u0000");
    expect(svg).not.toMatch(/[\ud800-\udfff]/);
  });

  it("keeps the names of lines apart that end at the same place", () => {
    const series = ["a", "b", "c", "d"].map((title) => ({ title, points: range(3, (x) => x) }));
    const svg = lineChart({ ...chart, series, breakEvens: [] });
    const ys = series.map(({ title }) => Number(new RegExp(`<text x="\\S+" y="(\\S+)"[^>]*>${title}<`).exec(svg)?.[1]));
    const sorted = [...ys].sort((a, b) => a - b);
    for (const [index, y] of sorted.entries())
      if (index > 0) expect(y - (sorted[index - 1] as number)).toBeGreaterThanOrEqual(15);
  });
});

describe("the parts of a chart", () => {
  it("marks axes with round numbers that cover the range", () => {
    expect(ticks(0, 10, 5)).toEqual({ values: [0, 2, 4, 6, 8, 10], digits: 0 });
    expect(ticks(0.05, 1, 5)).toEqual({ values: [0, 0.2, 0.4, 0.6, 0.8, 1], digits: 1 });
    expect(ticks(-3, 7, 5).values).toEqual([-4, -2, 0, 2, 4, 6, 8]);
    expect(ticks(5, 5, 5).values.length).toBeGreaterThan(1);
  });

  it("writes numbers for readers", () => {
    expect([numberText(1234567, 0), numberText(-0.04, 1), numberText(-2.5, 1), numberText(1000.5, 2)]).toEqual([
      "1,234,567",
      "0.0",
      "\u22122.5",
      "1,000.50",
    ]);
  });

  it("breaks words into lines, but no word", () => {
    expect(wrapped("one two three", 10, textWidth("one two", 10) + 1)).toEqual(["one two", "three"]);
    expect(wrapped("unbreakable", 10, 1)).toEqual(["unbreakable"]);
    expect(textWidth("漢字", 10)).toBeGreaterThan(textWidth("ab", 10));
  });

  it("puts a label where nothing runs", () => {
    const bounds = { x: 0, y: 0, width: 100, height: 100 };
    const box = (x: number, y: number) => ({ x, y, width: 20, height: 10 });
    const line = [
      { x: 0, y: 25 },
      { x: 100, y: 25 },
    ];
    expect(freePlace([box(10, 20), box(10, 50)], [line], [], bounds)).toEqual(box(10, 50));
    expect(freePlace([box(10, 20), box(95, 50)], [line], [], bounds)).toEqual(box(10, 20));
    expect(freePlace([box(10, 50), box(10, 70)], [], [box(15, 52)], bounds)).toEqual(box(10, 70));
  });
});
