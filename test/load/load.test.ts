/** Files of every kind, good and hostile: loading never throws for content, and every issue has its place. */
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MemoryCache, MemoryFiles } from "../../src/host/memory-files.ts";
import { exampleFiles } from "../../src/lint/example.ts";
import { type Loaded, load } from "../../src/load/load.ts";
import { locateProblems } from "../../src/load/places.ts";

const encoder = new TextEncoder();

async function issues(files: Record<string, string | Uint8Array>) {
  const all = Object.entries({ ...exampleFiles, ...files }).map(([path, text]) => [`research/${path}`, text]);
  const { dossier, problems } = await load({
    files: new MemoryFiles(Object.fromEntries(all)),
    cache: new MemoryCache(),
  });
  return { dossier, diagnostics: locateProblems(problems) };
}

const finding = (front: string, body = "") => `---\n${front}\n---\n${body}`;

/** All prose of a finding, with its readings unpacked. */
const proseOf = ({ dossier }: Loaded) =>
  dossier?.findings.get("bicycles")?.prose.map(({ path, text, start, ours, reading }) => {
    const { masked, words, blocks, sentences, headings, citations, directives, links, figures, comments } = reading;
    return {
      ...{ path, text, start, ours, masked, words, blocks, sentences, headings },
      ...{ citations, directives, links, figures, comments },
    };
  });

describe("load", () => {
  it("reads the example dossier without an issue", async () => {
    const { dossier, diagnostics } = await issues({});
    expect(diagnostics).toEqual([]);
    expect(dossier?.sources.get("city-count")?.data.facts?.[0]?.figures).toEqual(["4 minutes"]);
    expect(dossier?.system?.data.figures[0]?.value).toBe(120);
    expect(dossier?.findings.get("bicycles")?.area).toBe("transport");
  });

  it("says of a file of another format version which one it is, what is spoken here and what to do, and nothing else", async () => {
    const source = exampleFiles["sources/city-count.yaml"] as string;
    const { dossier, diagnostics } = await issues({
      "glossary.yaml": "# yaml-language-server: $schema=https://example.org/dossier/v2/glossary.json\nwords: []\n",
      "sources/city-count.yaml": `${source}schema: 3\nsomething: new\n`,
      "areas/transport/bicycles.md": "---\nschema: 2\nnothing: of ours\n---\n",
    });
    expect(dossier?.sources.has("city-count")).toBe(false);
    const found = diagnostics.map(
      ({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule} ${message}`,
    );
    expect(found.sort()).toEqual([
      "research/areas/transport/bicycles.md:2:9 format-version-known Unexpected format version “2”, expected 1",
      "research/glossary.yaml:1:25 format-version-known Unexpected format version “2”, expected 1",
      `research/sources/city-count.yaml:${source.split("\n").length}:9 format-version-known Unexpected format version “3”, expected 1`,
    ]);
    expect(diagnostics.find(({ file }) => file.endsWith(".md"))?.hint).toMatch(
      /speaks version 1\. .*version 2; or write `schema: 1`.*dossier schema --write/,
    );
    const ours = await issues({ "dossier.yaml": `${exampleFiles["dossier.yaml"]}schema: 1\n` });
    expect(ours.diagnostics).toEqual([]);
    const theirs = await issues({ "dossier.yaml": `${exampleFiles["dossier.yaml"]}schema: 2\n` });
    expect(theirs.dossier).toBeUndefined();
    expect(theirs.diagnostics.map(({ rule }) => rule)).toContain("format-version-known");
  });

  it("reads from the cache what it read before", async () => {
    const files = new MemoryFiles(
      Object.fromEntries(Object.entries(exampleFiles).map(([path, text]) => [`research/${path}`, text])),
    );
    const cache = new MemoryCache();
    const first = await load({ files, cache });
    // As another run does, which has the cache and nothing of this process.
    const later = { get: cache.get.bind(cache), set: cache.set.bind(cache) };
    const second = await load({ files, cache: later });
    expect(proseOf(second)).toEqual(proseOf(first));
  });

  it.each([
    ["in the same layout", undefined],
    ["in another layout", '{"other":1}'],
  ])("reads anew what another version has read, %s", async (_, stored) => {
    const files = new MemoryFiles(
      Object.fromEntries(Object.entries(exampleFiles).map(([path, text]) => [`research/${path}`, text])),
    );
    const cache = new MemoryCache();
    const fresh = await load({ files, cache });
    const key = JSON.stringify("research/areas/transport/bicycles.md");
    const [content = "", front, ...json] = cache.get("files", key)?.split(" ") ?? [];
    const older = content.replace(/^\d+/, (version) => String(Number(version) - 1));
    const said = stored ?? json.join(" ").replace('"adopt"', '"reject"');
    cache.set("files", key, [older, front, said].join(" "));
    const again = await load({ files, cache: { get: cache.get.bind(cache), set: cache.set.bind(cache) } });
    expect(proseOf(again)).toEqual(proseOf(fresh));
    expect(again.dossier?.findings.get("bicycles")?.data).toEqual(fresh.dossier?.findings.get("bicycles")?.data);
    expect(cache.get("files", key)).toContain(content);
  });

  it("reads an edited body as a file that it never saw, and keeps the fields", async () => {
    const at = "research/areas/transport/bicycles.md";
    const texts = Object.fromEntries(Object.entries(exampleFiles).map(([path, text]) => [`research/${path}`, text]));
    const edit = (text: string) => [
      `${text}\nOne more *word* of [@city-count].\n`,
      text.replace("title: ", "title: Other "),
      text.replace(/^---\n/, "--- js\n"),
    ];
    for (const edited of edit(texts[at] as string)) {
      const cache = new MemoryCache();
      await load({ files: new MemoryFiles(texts), cache });
      const files = new MemoryFiles({ ...texts, [at]: edited });
      const again = await load({ files, cache });
      const fresh = await load({ files, cache: new MemoryCache() });
      expect(proseOf(again)).toEqual(proseOf(fresh));
      const fields = ({ dossier }: Loaded) => dossier?.findings.get("bicycles")?.data;
      expect(fields(again)).toEqual(fields(fresh));
      expect(again.problems).toEqual(fresh.problems);
    }
  });

  it.each<[string, string, string | Uint8Array, { rule: string; line: number; column: number; message: RegExp }]>([
    [
      "malformed YAML",
      "sources/a.yaml",
      "title: [a\ntype: b",
      { rule: "yaml-parses", line: 2, column: 1, message: /missed comma/ },
    ],
    [
      "a duplicate key",
      "sources/a.yaml",
      "type: a\ntitle: b\ntype: c",
      { rule: "yaml-parses", line: 3, column: 1, message: /same key twice/ },
    ],
    [
      "an alias",
      "sources/a.yaml",
      "type: &a [x]\ntitle: *a",
      { rule: "yaml-parses", line: 2, column: 8, message: /alias/ },
    ],
    ["a tab", "sources/a.yaml", "author:\n\t- literal: x", { rule: "yaml-parses", line: 2, column: 1, message: /tab/ }],
    [
      "a byte order mark",
      "sources/a.yaml",
      "\uFEFFtype: a\ntitle: b",
      { rule: "file-is-text", line: 1, column: 1, message: /byte order mark/ },
    ],
    [
      "CRLF",
      "sources/a.yaml",
      "type: a\r\ntitle: b\r\n",
      { rule: "file-is-text", line: 1, column: 8, message: /carriage return/ },
    ],
    [
      "invalid UTF-8",
      "sources/a.yaml",
      new Uint8Array([...encoder.encode("type: a\ntitle: "), 0xff, 0xfe]),
      { rule: "file-is-text", line: 2, column: 8, message: /UTF-8/ },
    ],
    [
      "front matter that never closes",
      "areas/transport/bicycles.md",
      "---\ntitle: a\nno end",
      { rule: "front-matter-is-yaml", line: 1, column: 1, message: /closes the front matter/ },
    ],
    [
      "no front matter",
      "areas/transport/bicycles.md",
      "# Hello",
      { rule: "front-matter-is-yaml", line: 1, column: 1, message: /expected front matter/ },
    ],
    [
      "nested brackets",
      "sources/a.yaml",
      `title: ${"[".repeat(10_000)}`,
      { rule: "yaml-parses", line: 1, column: 40, message: /nesting/ },
    ],
    [
      "nested lists",
      "sources/a.yaml",
      `${"- ".repeat(100_000)}a`,
      { rule: "yaml-parses", line: 1, column: 201, message: /nesting/ },
    ],
    [
      "quotes in quotes",
      "areas/transport/bicycles.md",
      finding(
        "title: a\nanswer: b\nverdict: adopt\nbecause: c\ncertainty: high",
        `\nIt is so.\n\n${">".repeat(6_000)} a`,
      ),
      { rule: "field-fits", line: 11, column: 1, message: /nesting of more than 100 levels/ },
    ],
    [
      "emphasis in emphasis, in a field",
      "areas/transport/bicycles.md",
      finding(`title: a\nanswer: b ${"*a ".repeat(6_000)}\nverdict: adopt\nbecause: c\ncertainty: high`),
      { rule: "field-fits", line: 3, column: 9, message: /nesting of more than 100 levels/ },
    ],
    [
      "an unknown key",
      "sources/a.yaml",
      "type: book\ntitle: b\npublsher: c",
      { rule: "known-field", line: 3, column: 1, message: /publsher/ },
    ],
    [
      "__proto__",
      "sources/a.yaml",
      "type: book\ntitle: b\n__proto__: { polluted: yes }",
      { rule: "known-field", line: 3, column: 1, message: /__proto__/ },
    ],
    [
      "a missing field",
      "sources/a.yaml",
      "type: book",
      { rule: "field-present", line: 1, column: 1, message: /Missing field “title”/ },
    ],
    [
      "a wrong date",
      "sources/a.yaml",
      "type: book\ntitle: b\naccessed: 22.11.2026",
      { rule: "field-fits", line: 3, column: 11, message: /YYYY-MM-DD/ },
    ],
    [
      "an unknown word",
      "areas/transport/bicycles.md",
      finding("title: a\nanswer: b\nverdict: adpot\nbecause: c\ncertainty: high"),
      { rule: "field-fits", line: 4, column: 10, message: /one of adopt/ },
    ],
    [
      "a control character",
      "sources/a.yaml",
      "type: a\ntitle: b\u001B[31m",
      { rule: "file-is-text", line: 2, column: 9, message: /U\+001B/ },
    ],
    [
      "a mark of the report, written as an escape",
      "sources/a.yaml",
      'type: a\ntitle: "b\\uE0000\\uE001"',
      { rule: "file-is-text", line: 2, column: 8, message: /U\+E000, written as an escape/ },
    ],
    [
      "an escape of the terminal in a list",
      "sources/a.yaml",
      'type: a\ntitle: b\nfacts:\n  - id: "\\e[31mred"',
      { rule: "file-is-text", line: 4, column: 9, message: /U\+001B, written as an escape/ },
    ],
    [
      "an escape that turns the direction of writing, in a key",
      "areas/transport/bicycles.md",
      finding('title: a\n"b\\u202e": c'),
      { rule: "file-is-text", line: 3, column: 1, message: /U\+202E, written as an escape/ },
    ],
    [
      "a file of no kind",
      "areas/transport/notes/x.md",
      "x",
      { rule: "known-file", line: 1, column: 1, message: /notes\/x\.md/ },
    ],
    [
      "a list where fields are expected",
      "roadmap.yaml",
      "- a\n",
      { rule: "field-fits", line: 1, column: 1, message: /^Unexpected list, expected a mapping$/ },
    ],
    [
      "a wrong entry of a list",
      "sources/a.yaml",
      "type: book\ntitle: b\nflags: [vendor-self, zzz]",
      { rule: "field-fits", line: 3, column: 22, message: /^Unexpected “zzz” in “flags”, expected one of / },
    ],
    [
      "an empty entry of a list",
      "sources/a.yaml",
      "type: book\ntitle: b\nflags:\n  -\n",
      { rule: "field-present", line: 3, column: 1, message: /^Missing entry of “flags”, expected one of / },
    ],
    [
      "a file that is too large",
      "sources/a.yaml",
      "x".repeat(1_000_001),
      { rule: "file-is-text", line: 1, column: 1, message: /at most 1000000/ },
    ],
  ])("reports %s where it stands", async (_, path, text, { rule, line, column, message }) => {
    const start = performance.now();
    const { dossier, diagnostics } = await issues({ [path]: text });
    expect(performance.now() - start).toBeLessThan(2_000);
    const found = diagnostics.find((diagnostic) => diagnostic.rule === rule);
    expect(found, JSON.stringify(diagnostics.slice(0, 3))).toMatchObject({
      file: `research/${path}`,
      line,
      column,
      severity: "error",
    });
    expect(found?.message).toMatch(message);
    expect(found?.hint).toBeTruthy();
    expect(dossier).toBeDefined();
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it.each([
    "issued: 2026-02-30",
    "accessed: 2026-11-31",
    "issued: 2025-02-29/2025-03",
    "issued: 2026-04-30/2026-04-31",
  ])("reports %s, which the calendar doesn't have", async (field) => {
    const { diagnostics } = await issues({ "sources/a.yaml": `type: book\ntitle: b\n${field}\n` });
    expect(diagnostics).toMatchObject([
      { rule: "field-fits", line: 3, message: expect.stringMatching(/, expected a day that is in the calendar$/) },
    ]);
  });

  it("knows leap days, and says once what is no date at all", async () => {
    const source = (issued: string) => ({ "sources/a.yaml": `type: book\ntitle: b\nissued: ${issued}\n` });
    expect((await issues(source("2024-02-29"))).diagnostics).toEqual([]);
    const { diagnostics } = await issues(source("2026-13-45"));
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringMatching(/expected a date YYYY, /)]);
  });

  it("suggests the field that was meant", async () => {
    const { diagnostics } = await issues({ "sources/a.yaml": "type: book\ntitle: b\npublsher: c" });
    expect(diagnostics[0]?.hint).toBe("Did you mean “publisher”?");
  });

  it("keeps numbers, versions and identifiers as they are written", async () => {
    const text = "type: standard\ntitle: 1.10\nversion: 1.10\nISBN: 0007203004\nnumber: 12345678901234567890\n";
    const { dossier } = await issues({ "sources/a.yaml": text });
    expect(dossier?.sources.get("a")?.data).toMatchObject({
      title: "1.10",
      version: "1.10",
      ISBN: "0007203004",
      number: "12345678901234567890",
    });
  });

  it.each(["---js", "---javascript", "---JS", "--- js", "---coffee", "---json", "---toml"])(
    "never runs front matter that opens with %s",
    async (opening) => {
      const marker = join(mkdtempSync(join(tmpdir(), "dossier-")), "marker");
      const code = `${opening}\nmodule.exports = require("node:fs").writeFileSync(${JSON.stringify(marker)}, "x")\n---\nbody`;
      const { diagnostics } = await issues({ "areas/transport/bicycles.md": code });
      expect(existsSync(marker)).toBe(false);
      expect(diagnostics[0]).toMatchObject({ rule: "front-matter-is-yaml", line: 1 });
      // gray-matter's own cache would answer the second time with nothing wrong
      expect((await issues({ "areas/transport/bicycles.md": code })).diagnostics[0]?.rule).toBe("front-matter-is-yaml");
    },
  );

  it("finds the place in a folded field", async () => {
    const { dossier } = await issues({
      "areas/transport/bicycles.md": finding(
        "title: a\nanswer: >-\n  Some words\n  and 4 minutes,\n  then 4 minutes [@city-count].\nverdict: adopt\nbecause: c\ncertainty: high",
      ),
    });
    const answer = dossier?.findings.get("bicycles")?.field("answer");
    const second = answer?.text.lastIndexOf("4 minutes") ?? 0;
    const place = answer?.at({ start: second, end: second + 9 });
    const [found] = locateProblems(place ? [{ rule: "x", severity: "error", place, message: "m" }] : []);
    expect(found).toMatchObject({ line: 6, column: 8, endLine: 6, endColumn: 17 });
  });

  it("says what to do where there is no dossier", async () => {
    await expect(load({ files: new MemoryFiles({}), cache: new MemoryCache() })).rejects.toMatchObject({
      name: "UserError",
      hint: expect.stringContaining("dossier init"),
    });
  });
});
