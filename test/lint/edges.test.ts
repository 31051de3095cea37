/** Rules on dossiers that are empty, broken, circular or hostile. */
import { describe, expect, it } from "vitest";
import { MemoryCache, MemoryFiles } from "../../src/host/memory-files.ts";
import { changed, exampleFiles } from "../../src/lint/example.ts";
import { rules } from "../../src/lint/rules/index.ts";
import { lint } from "../../src/lint/run.ts";
import { thresholds } from "../../src/lint/thresholds.ts";
import { load } from "../../src/load/load.ts";
import { lintExample, today } from "./examples.ts";

const one = (id: string) => rules.filter((rule) => rule.id === id);
const messages = async (id: string, files: Record<string, string>, more = {}) =>
  (await lintExample({ files, ...more }, one(id))).diagnostics
    .filter(({ rule }) => rule === id)
    .map(({ message }) => message);
const area = (text: string) => ({ "areas/transport/area.md": `---\ntitle: Transport\n---\n${text}\n` });

describe("every rule", () => {
  it("runs on a dossier that is nothing but its configuration, with every threshold set", async () => {
    const files = { "research/dossier.yaml": exampleFiles["dossier.yaml"] as string };
    const { dossier } = await load({ files: new MemoryFiles(files), cache: new MemoryCache() });
    if (!dossier) throw new Error("no dossier");
    const limits = Object.fromEntries(Object.keys(thresholds).map((name) => [name, 1]));
    const standards = {
      profile: "all",
      thresholds: limits,
      requires: { finding: ["against"], __proto__: ["x"] },
      severities: {},
    };
    const { examined, problems } = lint({ dossier, standards, values: new Map(), today }, rules);
    expect(examined.size).toBe(rules.length);
    expect(examined.get("number-has-origin")).toBe(0);
    expect(problems.map(({ rule }) => rule)).toContain("sources-cited");
  });

  it("names only thresholds that exist", () => {
    for (const rule of rules) for (const name of rule.thresholds ?? []) expect(Object.keys(thresholds)).toContain(name);
    const read = rules.flatMap((rule) => rule.thresholds ?? []);
    expect(Object.keys(thresholds).filter((name) => !read.includes(name))).toEqual([]);
  });

  it("does not report again what a broken file has reported", async () => {
    const files = changed("sources/bus-timetable.yaml", "type: webpage", "typ: webpage");
    const { diagnostics } = await lintExample({ files }, rules);
    expect(diagnostics.map(({ rule }) => rule)).not.toContain("citation-key-exists");
    const tier = changed("sources/city-count.yaml", "tier: T0", "tier: T9");
    const thresholds = { "triangulation-organisations": 2 };
    expect((await lintExample({ files: tier, thresholds }, rules)).diagnostics.map(({ rule }) => rule)).toEqual([
      "field-fits",
    ]);
    const system = changed("system.yaml", "title: The commute", "titel: The commute");
    const left = (await lintExample({ files: system }, rules)).diagnostics.map(({ rule }) => rule);
    expect(left).not.toContain("reference-resolves");
    expect(left).not.toContain("directive-target-exists");
  });
});

describe("single rules", () => {
  it("dependency-acyclic reports a recommendation that depends on itself, and each circle once", async () => {
    const itself = changed("recommendations/count-again.md", "depends-on: [build-lanes]", "depends-on: [count-again]");
    expect(await messages("dependency-acyclic", itself)).toEqual(["Unexpected circle: count-again → count-again"]);
    const three = {
      ...changed("recommendations/build-lanes.md", "assumptions:", "depends-on: [third]\nassumptions:"),
      "recommendations/third.md": (exampleFiles["recommendations/count-again.md"] as string).replace(
        "[build-lanes]",
        "[count-again]",
      ),
    };
    expect(await messages("dependency-acyclic", three)).toEqual([
      "Unexpected circle: build-lanes → third → count-again → build-lanes",
    ]);
  });

  it("stale-claim takes its pattern as words, not as an expression that could run for ever", async () => {
    const config = (pattern: string) =>
      changed(
        "dossier.yaml",
        "profile: example",
        `stale-claims: [{ pattern: "${pattern}", instead: x, as-of: 2026-01-01 }]\nprofile: example`,
      );
    const text = area(`${"a".repeat(5000)}! The (a+)+$ form. The latest\nlist of 2025.`);
    expect(await messages("stale-claim", { ...config("(a+)+$"), ...text })).toHaveLength(1);
    expect(await messages("stale-claim", { ...config("latest list"), ...text })).toHaveLength(1);
    expect(await messages("stale-claim", { ...config("late*2025"), ...text })).toHaveLength(0);
    expect(await messages("stale-claim", { ...config("late"), ...text })).toHaveLength(0);
  });

  it.each([
    "javascript:alert(1)",
    "JAVASCRIPT:x",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example",
    "../secret",
    "http:evil",
  ])("link-is-safe refuses %s", async (url) => {
    expect(await messages("link-is-safe", area(`See [this](<${url}>).`))).toHaveLength(1);
  });

  it.each([
    "<img src=x onerror=alert(1)>",
    '<a href="https://example.org">x</a>',
    '<details ontoggle="x">',
    "<iframe></iframe>",
  ])("raw-html refuses %s", async (html) => {
    expect((await messages("raw-html", area(`Text.\n\n${html}`))).length).toBeGreaterThan(0);
  });

  it.each([
    "<details>\n<summary>More</summary>\n\nText.\n\n</details>",
    '<a id="x"></a>',
    "Sure :ours[<img src=y onerror=alert(2)>].",
    ":value[<b>x</b>]",
    "<!-- note --> Words behind it.",
    "<!-- a --> <!-- b --> <b>c</b>",
    "<!--> words -->",
    "> <!-- note\n> goes on --> Words behind it.",
  ])("raw-html sees what would be lost or shown as it is in %j", async (html) => {
    expect((await messages("raw-html", area(`Text.\n\n${html}`))).length).toBeGreaterThan(0);
  });

  it.each(["<!-- note -->", "Text <!-- note --> goes on.", "<!-- a --> <!-- b -->", "<!--\na\nb\n-->"])(
    "raw-html lets %j pass",
    async (html) => expect(await messages("raw-html", area(`Text.\n\n${html}`))).toEqual([]),
  );

  it("link-is-safe looks into labels that are no claim", async () => {
    const text = "Sure :ours[[x](javascript:alert(1))] and ::x :ours[![y](file:///etc/passwd)].";
    expect(await messages("link-is-safe", area(text))).toHaveLength(2);
  });

  it("canonical-host sends papers to their abstract and knows subdomains of mirrors", async () => {
    const at = (url: string) => changed("sources/bus-timetable.yaml", "https://buses.example/two", url);
    expect(await messages("canonical-host", at("https://arxiv.org/pdf/2401.00588v2.pdf"))).toEqual([
      "Unexpected address of a copy, expected https://arxiv.org/abs/2401.00588v2",
    ]);
    expect(await messages("canonical-host", at("https://x.alphaxiv.org/abs/1"))).toHaveLength(1);
    expect(await messages("canonical-host", at("https://arxiv.org/abs/2401.00588"))).toEqual([]);
    expect(await messages("canonical-host", at("https://notscribd.com/x"))).toEqual([]);
  });

  it("source-is-unique sees through schemes, www, slashes, trackers, versions and DOI case", async () => {
    const second = (from: string, to: string) => ({
      "sources/copy.yaml": (exampleFiles["sources/bus-timetable.yaml"] as string).replace(from, to),
    });
    const url = "https://buses.example/two";
    expect(
      await messages("source-is-unique", second(url, "http://www.Buses.example/two/?utm_source=x#top")),
    ).toHaveLength(1);
    expect(await messages("source-is-unique", second(url, "https://buses.example/Two"))).toEqual([]);
  });

  it("acronym-defined reports once a file, accepts both orders and plurals", async () => {
    expect(await messages("acronym-defined", area("The XQZ and the XQZ."))).toHaveLength(1);
    expect(await messages("acronym-defined", area("Extra quick zones (XQZs) help. One XQZ."))).toEqual([]);
    expect(await messages("acronym-defined", area("XQZ (extra quick zone) helps, GPT-4, `XQY`, X-Y."))).toEqual([]);
  });

  it("claim-has-citation reports organisations and studies, and lets our own words pass", async () => {
    const config = changed("sources/bus-timetable.yaml", "organisation: Example Buses", "organisation: Buslines");
    const claims = (text: string) => messages("claim-has-citation", { ...config, ...area(text) });
    expect(await claims("Buslines runs at night.")).toHaveLength(1);
    expect(await claims("A study of riders found that they are happy.")).toHaveLength(1);
    expect(await claims("Buslines runs at night [@bus-timetable].")).toEqual([]);
    expect(await claims("Buslines runs at night, we infer.")).toEqual([]);
    expect(await claims("People like Buslines.")).toEqual([]);
  });

  it("directive-target-exists knows values of models and of the system, and terms in any case", async () => {
    expect(
      await messages("directive-target-exists", area(":value[commute.total] :value[system.commuters] :term[Lane]")),
    ).toEqual([]);
    expect(await messages("directive-target-exists", area(":value[commute.totl]"))).toEqual([
      "Unexpected value “commute.totl”, expected one that exists",
    ]);
    expect(await messages("directive-target-exists", area("::table{}\n\n::diagram[x]{#__proto__}"))).toHaveLength(2);
  });

  it("phase-within-capacity is quiet without a roadmap or efforts", async () => {
    expect(await messages("phase-within-capacity", changed("roadmap.yaml", "share: 0.5", "share: 0.01"))).toHaveLength(
      2,
    );
  });
});
