/** Files of every kind, good and hostile: loading never throws for content, and every issue has its place. */
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MemoryCache, MemoryFiles } from "../../src/host/memory-files.ts";
import { exampleFiles } from "../../src/lint/example.ts";
import { type Loaded, load } from "../../src/load/load.ts";
import { locateProblems } from "../../src/load/places.ts";
import { finding, issues } from "./issues.ts";

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

  it("keeps an indented line `---` as text of its field, and blanks behind the closing line out of the fields", async () => {
    const { dossier, diagnostics } = await issues({
      "areas/transport/area.md":
        "---\ntitle: |-\n  a\n  ---\n  b\n---  \nHow people get to work.\n\n---\n\nAnd back.\n",
    });
    expect(diagnostics).toEqual([]);
    expect(dossier?.areas.get("transport")?.data.title).toBe("a\n---\nb");
    expect(dossier?.areas.get("transport")?.prose.at(-1)?.text).toContain(
      "How people get to work.\n\n---\n\nAnd back.",
    );
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
