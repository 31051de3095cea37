/** The real dossier: it meets its final standard, and a changed assumption changes everything that rests on it. */
import { beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/app/build.ts";
import { check } from "../../src/app/check.ts";
import { rules } from "../../src/lint/rules/index.ts";
import { textOf } from "../app/memory-host.ts";
import { realHost } from "./real-host.ts";

const deliverable = "docs/agents/research/production_ai_architecture_patterns.md";
const chart = "docs/agents/research/diagrams/chart-local-vs-hosted.svg";

const set = (text: string, id: string, value: string) =>
  text.replace(new RegExp(`(id: ${id},.*?value: )[^,]+`), `$1${value}`);

describe("the real dossier", () => {
  let host: ReturnType<typeof realHost>;

  beforeAll(() => {
    host = realHost();
  });

  it("meets the final standard without an ignore", async () => {
    const { diagnostics } = await check(host, rules, { profile: "final" });
    expect(
      diagnostics
        .filter(({ severity }) => severity !== "info")
        .map(({ file, line, message }) => `${file}:${line} ${message}`),
    ).toEqual([]);
    const ignores = host.files.list("research").filter((path) => textOf(host, path).includes("dossier-ignore"));
    expect(ignores).toEqual([]);
  });

  it("is built: the committed report is what the build gives", async () => {
    expect((await build(host, {}, true)).stale).toEqual([]);
  });

  it("stops where a measured value turns a conclusion, and names the check", async () => {
    const busy = realHost((path, text) =>
      path === "research/system.yaml" ? set(text, "requests_per_month", "3000000") : text,
    );
    const { diagnostics } = await check(busy, rules, { profile: "final" });
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([
      "Unexpected failure of “own_utilisation < break_even_small”, expected it to hold",
      "Unexpected failure of “pool_floor > uplift_cost”, expected it to hold",
    ]);
  });

  it("prices each phase in the summary from the efforts of its recommendations, and the first labels", async () => {
    const report = textOf(host, deliverable);
    const { evaluation } = await check(host, rules, { profile: "draft" });
    const labels = Math.round(evaluation?.values.get("judge-sampling.anchor_cost")?.value ?? Number.NaN);
    const rows = [...report.matchAll(/^\| ([A-Z][a-z ]+) \| \d+–\d+ \|[^|]+\| (\d+) \| (\d+) \|/gm)];
    expect(rows).toHaveLength(4);
    for (const [, phase, ...efforts] of rows) {
      const besides = phase === "Name and limit" ? labels : 0;
      const [p50, p90] = efforts.map((weeks) => `USD ${(Number(weeks) * 4000 + besides).toLocaleString("en")}`);
      expect(report).toMatch(new RegExp(`^\\| ${phase}, .*\\| ${p50} to ${p90} \\|`, "m"));
    }
  });

  it("calls a recommendation by the number that stands in its heading", () => {
    const report = textOf(host, deliverable);
    const called = [...report.matchAll(/\[R(\d+)\]\(#(recommendation-[a-z-]+)\)/g)];
    expect(called.length).toBeGreaterThan(40);
    for (const [, number, anchor] of called) expect(report).toContain(`<a id="${anchor}"></a>R${number}. `);
  });

  it("recomputes break-even, chart and sentences when a price and the utilisation change", async () => {
    const changed = realHost((path, text) =>
      path === "research/system.yaml" ? set(set(text, "gpu_hour_price", "5"), "gpu_utilisation", "0.6") : text,
    );
    const { stale } = await build(changed, {}, false);
    expect(stale).toEqual(expect.arrayContaining([deliverable, chart]));
    const [before, after] = [textOf(host, deliverable), textOf(changed, deliverable)];
    const breakEven = (text: string) => /it beats a small hosted model only above ([\d.]+ %)/.exec(text)?.[1];
    expect(breakEven(before)).toBeDefined();
    expect(breakEven(after)).toBeDefined();
    expect(breakEven(after)).not.toBe(breakEven(before));
    expect(textOf(changed, chart)).not.toBe(textOf(host, chart));
  });
});
