/** Adding a fact leaves every other byte of the file as it was. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { spliceFact } from "../../src/evidence/splice-fact.ts";
import { readFile } from "../../src/load/file.ts";
import { kinds } from "../../src/model/kinds.ts";
import type { Fact, Source } from "../../src/model/source.ts";

const fact: Fact = {
  id: "new-fact",
  states: 'x: "y" # z, [a] & *b* | {c} %d @e `f` — 30 teams',
  figures: ["30 teams", "1.10", "0007", "yes"],
  at: "section 2: Results",
  seen: "2026-11-22",
  copy: "primary",
  pin: { words: 12, sha256: "0123456789".repeat(6) + "0123", probe: "12345678" },
};
const kind = kinds.find(({ name }) => name === "source");
const read = (text: string) => (kind ? (readFile(kind, text).data as Source | undefined) : undefined);

/** What is left of the new text when the old one is taken out of it in one piece or two. */
function added(before: string, after: string): string {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  expect(start + end, "the old text stands whole around the new one").toBe(before.length);
  return after.slice(start, after.length - end);
}

const head = "# a comment\ntype: webpage   # odd spacing\ntitle:   'It''s'\n";

describe("spliceFact", () => {
  it.each([
    [
      "at the end",
      `${head}facts:\n  - id: old\n    states: a\n    at: b # c\n    seen: 2026-01-01\n    copy: primary\n`,
    ],
    [
      "before a comment",
      `${head}facts:\n  - { id: old, states: a, at: b, seen: 2026-01-01, copy: primary }\n\n# the end\n`,
    ],
    [
      "before another field",
      `${head}facts:\n- id: old\n  states: |\n    two\n    lines\n  at: b\n  seen: 2026-01-01\n  copy: primary\n\nURL: https://example.org/\n`,
    ],
    [
      "without a final line break",
      `${head}facts:\n  - id: old\n    states: a\n    at: b\n    seen: 2026-01-01\n    copy: primary`,
    ],
    ["where there is no list", head],
    ["where the file ends without line break", head.trimEnd()],
    ["where the list is empty", `${head}facts:\nURL: https://example.org/\n`],
    ["behind a comment", `${head}facts: # none yet\n`],
    [
      "with four spaces",
      `${head}facts:\n    -   id: old\n        states: a\n        at: b\n        seen: 2026-01-01\n        copy: primary\n`,
    ],
    ["into brackets", `${head}facts: [{ id: old, states: a, at: b, seen: 2026-01-01, copy: primary }] # c\n`],
  ])("adds a fact %s", (_, before) => {
    const { text = "", problem } = spliceFact(before, fact);
    expect(problem).toBeUndefined();
    added(before, text);
    expect(read(text)?.facts?.at(-1)).toEqual(fact);
    expect(read(text)?.facts?.slice(0, -1)).toEqual(read(before)?.facts ?? []);
  });

  it("replaces empty brackets", () => {
    const { text = "" } = spliceFact(`${head}facts: [] # none\n`, fact);
    expect(text.startsWith(`${head}facts:\n  - id: new-fact\n`)).toBe(true);
    expect(read(text)?.facts).toEqual([fact]);
  });

  it("refuses an id that is taken, braces around the file, and what is no list", () => {
    expect(spliceFact(`${head}facts:\n  - id: new-fact\n`, fact).problem).toContain("taken");
    expect(spliceFact("{ title: a, facts: [] }", fact).problem).toContain("braces");
    expect(spliceFact(`${head}facts: nothing\n`, fact).problem).toContain("list");
    expect(spliceFact("title: [", fact).problem).toContain("mapping");
  });

  it("leaves every real source as it was around the new fact", () => {
    const folder = new URL("../../research/sources/", import.meta.url);
    const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
    expect(names.length).toBeGreaterThan(100);
    for (const name of names) {
      const before = readFileSync(new URL(name, folder), "utf8");
      const { text = "" } = spliceFact(before, fact);
      added(before, text);
    }
  });
});
