/** A new dossier lints and builds at once, in any domain and language; nothing of it stands in the program. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseBrief } from "../../src/app/brief.ts";
import { build } from "../../src/app/build.ts";
import { init } from "../../src/app/init.ts";
import { lintReport } from "../../src/app/lint.ts";
import { offlineHost, readText } from "./offline-host.ts";

const brief = readFileSync(new URL("../fixtures/brief.md", import.meta.url), "utf8");
const startOf = ({ title, deliverable, ...rest }: ReturnType<typeof parseBrief>) => ({
  ...rest,
  ...(title ? { title } : {}),
  ...(deliverable ? { deliverable } : {}),
});
/** Headings of the second level, without their anchors. */
const headingsOf = (report: string) =>
  [...report.matchAll(/^## (.+)$/gm)].map(([, words = ""]) => words.replace(/<[^>]*>/g, "").trim());

describe("init", () => {
  it("makes an example of every object that has no finding and builds without a browser", async () => {
    const host = offlineHost();
    const { created, example } = await init(host, {});
    expect(example).toBe(true);
    for (const file of [
      "sources/city-count.yaml",
      "areas/transport/bicycles.md",
      "models/commute.yaml",
      "snippets/rack.yaml",
      "schemas/source.json",
    ])
      expect(created).toContain(`research/${file}`);
    expect(created).toContain("AGENTS.md");
    for (const path of created.filter((name) => /^research\/.*\.yaml$/.test(name)))
      expect(readText(host, path), path).toMatch(/^# yaml-language-server: \$schema=(?:\.\.\/)?schemas\/\w+\.json\n/);
    expect((await lintReport(host, {})).diagnostics).toEqual([]);
    const built = await build(host, {}, false);
    expect(Object.keys(built.outputs)).toContain("docs/report.md");
    expect(headingsOf(readText(host, "docs/report.md"))).toContain("DISCOVERY");
  });

  it("turns a brief into questions, standards and sections, and counts what is to be done", async () => {
    const host = offlineHost();
    await init(host, startOf(parseBrief(brief)));
    const draft = await lintReport(host, {});
    expect(draft.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(draft.diagnostics.filter(({ rule }) => rule === "question-answered")).toHaveLength(16);
    expect(draft.diagnostics.filter(({ rule }) => rule === "no-tbd").length).toBeGreaterThan(10);
    const review = await lintReport(host, { profile: "review" });
    expect(review.diagnostics.filter(({ rule }) => rule === "cases-per-area")).toHaveLength(4);
    expect(review.diagnostics.find(({ rule }) => rule === "sources-cited")?.message).toContain("at least 20");
    const final = await lintReport(host, { profile: "final" });
    expect(final.diagnostics.find(({ rule }) => rule === "no-tbd")?.severity).toBe("error");
    await build(host, {}, false);
    const headings = headingsOf(readText(host, "docs/river/keeping_a_river_town_dry.md"));
    expect(headings).toEqual(
      expect.arrayContaining(["DISCOVERY", "ANALYSIS", "RECOMMENDATIONS", "IMPLEMENTATION ROADMAP"]),
    );
  });

  it("never overwrites", async () => {
    const host = offlineHost({ "AGENTS.md": "mine", "research/system.yaml": "title: mine\n" });
    const { kept } = await init(host, {});
    expect(kept).toEqual(["research/system.yaml", "AGENTS.md"]);
    expect(readText(host, "AGENTS.md")).toBe("mine");
    const before = readText(host, "research/dossier.yaml");
    await expect(init(host, { title: "Another" })).rejects.toThrow(/already/);
    expect(readText(host, "research/dossier.yaml")).toBe(before);
  });

  it("keeps hostile titles as text", async () => {
    const host = offlineHost();
    const title = 'A: "b" #c {{evil}} | <script>\u0000';
    await init(host, {
      title,
      areas: [{ id: "a", title: "- x: [", questions: [{ id: "q", title: "&a *b", asks: "? !!js" }] }],
      sections: ['Dis"covery {{#each}}'],
    });
    const { diagnostics } = await lintReport(host, {});
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    await build(host, {}, false);
    expect(readText(host, "docs/report.md")).toContain("{{evil}}");
  });
});
