/** Briefs in the forms in which people write them. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseBrief } from "../../src/app/brief.ts";

const fixture = readFileSync(new URL("../fixtures/brief.md", import.meta.url), "utf8");
/** The brief of the first report, where it is at hand. */
const first = new URL("../../../shared/brief.md", import.meta.url);

describe("parseBrief", () => {
  for (const [name, text] of [
    ["a brief of its form", fixture],
    ...(existsSync(first) ? [["the first report's brief", readFileSync(first, "utf8")]] : []),
  ] as [string, string][])
    it(`reads ${name}: 4 areas, 16 questions, the minimums 3 and 20, the required sections`, () => {
      const brief = parseBrief(text);
      expect(brief.areas).toHaveLength(4);
      expect(brief.areas.map(({ questions }) => questions.length)).toEqual([4, 4, 4, 4]);
      expect(new Set(brief.areas.flatMap(({ questions }) => questions.map(({ id }) => id))).size).toBe(16);
      expect(brief.sections).toEqual(["DISCOVERY", "ANALYSIS", "RECOMMENDATIONS", "IMPLEMENTATION ROADMAP"]);
      expect(brief.minimums.map(({ number, threshold }) => [threshold, number])).toEqual([
        ["cases-per-area", 3],
        ["sources-cited", 20],
      ]);
      expect(brief.requires).toEqual({ recommendation: ["complexity", "effort", "calendar"] });
      expect(brief.deliverable).toMatch(/^docs\/.*\.md$/);
    });

  it("takes numbering, emphasis and schedules off the titles", () => {
    const brief = parseBrief(fixture);
    expect(brief.title).toBe("Keeping a river town dry");
    expect(brief.areas.map(({ id, title }) => [id, title])).toEqual([
      ["hard-defences", "Hard Defences"],
      ["room-river", "Room for the River"],
      ["warning-response", "Warning & Response"],
      ["law-insurance", "Law & Insurance"],
    ]);
    expect(brief.areas[0]?.questions[2]).toEqual({
      id: "pumps",
      title: "Pumps",
      asks: "Sizing pumps (standing, mobile and rented) for a town of hills",
    });
  });

  it("reads areas from headings with bare questions, and from bold paragraphs", () => {
    const brief = parseBrief(
      "# Soup\n\n## Broth\n\n- What goes in?\n- For how long does it simmer, and at what heat, and who watches it?\n\n**2. Bread**\n\n- Which flour?\n\n## Notes\n\n- buy salt\n",
    );
    expect(brief.areas.map(({ title, questions }) => [title, questions.length])).toEqual([
      ["Broth", 2],
      ["Bread", 1],
    ]);
    expect(brief.areas[0]?.questions[1]).toEqual({
      id: "how-long-does-it",
      title: "For how long does it simmer, …",
      asks: "For how long does it simmer, and at what heat, and who watches it?",
    });
  });

  it("looks above a heading that says no more than “Questions”", () => {
    expect(parseBrief("# Plan\n\n## Water\n\n### Questions\n\n- Where?\n").areas).toEqual([
      { id: "water", title: "Water", questions: [{ id: "where", title: "Where", asks: "Where?" }] },
    ]);
  });

  it("reads French, and says which minimum it has no standard for", () => {
    const brief = parseBrief(
      "# Le tramway\n\n## Coûts\n\n**Questions de recherche :**\n\n- **Rails** : combien coûte un kilomètre ?\n\n**Sections requises :**\n\n1. Constats\n2. Feuille de route\n\n- Au moins 12 sources ; minimum de 4 études de cas par domaine. Au moins 5 photographies.\n",
    );
    expect(brief.areas).toEqual([
      {
        id: "couts",
        title: "Coûts",
        questions: [{ id: "rails", title: "Rails", asks: "combien coûte un kilomètre ?" }],
      },
    ]);
    expect(brief.sections).toEqual(["Constats", "Feuille de route"]);
    expect(brief.minimums.map(({ threshold, number }) => [threshold, number])).toEqual([
      ["sources-cited", 12],
      ["cases-per-area", 4],
      [undefined, 5],
    ]);
  });

  it.each([
    ["At least 20 sources and 3 case studies per area", "sources-cited 20, cases-per-area 3"],
    ["At least 3 case studies per area and 20 sources.", "cases-per-area 3, sources-cited 20"],
    ["At least 10 recommendations, 5 diagrams and 2 models", "recommendations 10, diagrams-per-area 5, models 2"],
    ["Mindestens 12 Quellen und 4 Diagramme", "sources-cited 12, diagrams-per-area 4"],
    ["At least 4 options for each recommendation", "options 4"],
    ["At least 2 cases of failure per area", "failures-per-area 2"],
    ["At least 7 sources since 2024, in English", "sources-cited 7"],
  ])("reads each number of “%s” with its own noun", (sentence, said) => {
    const { minimums } = parseBrief(`# H\n\n${sentence}\n`);
    expect(minimums.map(({ threshold, number }) => `${threshold} ${number}`).join(", ")).toBe(said);
  });

  it("finds nothing in text without questions, and stands hostile input", () => {
    expect(parseBrief("").areas).toEqual([]);
    expect(parseBrief("# A\n\nOnly prose.\n").areas).toEqual([]);
    const hostile = parseBrief(
      '# <script>\n\n## `../../etc/passwd.md`\n\n- **__proto__**: what?\n- **constructor**: "]: { x: y }?\n',
    );
    expect(hostile.deliverable).toBeUndefined();
    expect(hostile.areas[0]?.questions.map(({ id }) => id)).toEqual(["proto", "constructor"]);
  });
});
