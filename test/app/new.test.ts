/** New files are of the format at once; ids are safe, unique and never overwritten. */
import { describe, expect, it } from "vitest";
import { lintReport } from "../../src/app/lint.ts";
import { newObject } from "../../src/app/new.ts";
import { newTexts } from "../../src/app/new-texts.ts";
import { exampleFiles } from "../../src/lint/example.ts";
import { offlineHost, readText } from "./offline-host.ts";

const example = () =>
  offlineHost(Object.fromEntries(Object.entries(exampleFiles).map(([name, text]) => [`research/${name}`, text])));
/** What is said about the form of a file, not about what it has yet to say. */
const structural =
  /^(?:yaml-parses|front-matter-is-yaml|known-field|field-present|field-fits|known-file|file-is-text|reference-resolves|model-computes|diagram-parses|snippet-file-exists|schema-line-present|citation-key-exists|directive-target-exists|input-has-origin)$/;

describe("new", () => {
  it("begins an object of every kind, well-formed and counted as unfinished", async () => {
    const host = example();
    const created: string[] = [];
    for (const kind of Object.keys(newTexts))
      created.push(
        ...(await newObject(host, kind, `new-${kind}`, { area: "transport", title: 'A "title": with #signs' })).created,
      );
    expect(created).toHaveLength(Object.keys(newTexts).length + 1);
    const { diagnostics } = await lintReport(host, {});
    for (const path of created.filter((name) => !name.endsWith(".ts"))) {
      const here = diagnostics.filter(({ file }) => file === path);
      expect(
        here.filter(({ rule }) => structural.test(rule)),
        path,
      ).toEqual([]);
      expect(here.filter(({ rule }) => rule === "no-tbd").length, path).toBeGreaterThan(0);
      if (path.endsWith(".yaml"))
        expect(readText(host, path)).toMatch(/^# yaml-language-server: \$schema=\.\.\/schemas\//);
    }
  });

  it("puts a finding where its question is, with its title", async () => {
    const host = example();
    await host.files.write(
      "research/dossier.yaml",
      readText(host, "research/dossier.yaml").replace(
        "questions:\n",
        "questions:\n      - { id: trams, title: Trams in town, asks: Where? }\n",
      ),
    );
    expect((await newObject(host, "finding", "trams")).created).toEqual(["research/areas/transport/trams.md"]);
    expect(readText(host, "research/areas/transport/trams.md")).toContain('title: "Trams in town"');
  });

  it("refuses what is taken, unsafe or unknown, and writes nothing", async () => {
    const host = example();
    const before = host.files.list("research");
    const text = readText(host, "research/areas/transport/bicycles.md");
    for (const [kind, id, words] of [
      ["finding", "bicycles", /taken by research\/areas\/transport\/bicycles\.md/],
      ["diagram", "ways", /taken/],
      ["finding", "../../x", /is no id/],
      ["finding", "Upper", /is no id/],
      ["model", "", /is no id/],
      ["model", "nul", /is no id/],
      ["model", "a\u001B[31m", /is no id/],
      ["finding", "area", /is no id/],
      ["fnding", "x", /no kind/],
      ["__proto__", "x", /no kind/],
    ] as const)
      await expect(newObject(host, kind, id)).rejects.toThrow(words);
    await expect(newObject(host, "case", "x", { area: "transprt" })).rejects.toMatchObject({
      hint: "Did you mean “transport”?",
    });
    await expect(newObject(offlineHost(), "case", "x")).rejects.toMatchObject({
      hint: expect.stringContaining("dossier init"),
    });
    expect(host.files.list("research")).toEqual(before);
    expect(readText(host, "research/areas/transport/bicycles.md")).toBe(text);
  });

  it("asks for the area when several could be meant", async () => {
    const host = example();
    await host.files.write(
      "research/dossier.yaml",
      `${readText(host, "research/dossier.yaml").replace("profile:", "  - { id: fun, title: Fun, questions: [{ id: fairs, title: Fairs, asks: When? }] }\nprofile:")}`,
    );
    await expect(newObject(host, "case", "x")).rejects.toMatchObject({ hint: "Say --area transport | fun." });
    await expect(newObject(host, "finding", "fair")).rejects.toMatchObject({
      hint: expect.stringContaining("Did you mean “fairs”?"),
    });
  });
});
