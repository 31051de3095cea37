/** From a dossier to a report: what is written, what is kept, and that two builds are the same. */
import { beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/app/build.ts";
import { lintReport } from "../../src/app/lint.ts";
import { MemoryCache } from "../../src/host/memory-files.ts";
import { exampleFiles } from "../../src/lint/example.ts";
import { memoryHost, textOf } from "./memory-host.ts";

const report = "docs/report.md";
const picture = "docs/diagrams/ways.svg";

// The diagram is drawn once; the other tests take it from this cache.
const cache = new MemoryCache();
let first: string;

beforeAll(async () => {
  const host = memoryHost({}, cache);
  const result = await build(host, {}, false);
  expect(result.diagnostics).toEqual([]);
  first = textOf(host, report);
});

const built = async (files: Record<string, string>) => {
  const host = memoryHost(files, cache);
  const result = await build(host, {}, false);
  return { host, result, text: host.files.read(report) && textOf(host, report) };
};

describe("build", () => {
  it("writes the report and its pictures", async () => {
    const { host, result } = await built({});
    expect(result.stale).toEqual(expect.arrayContaining([report, picture]));
    expect(result.stale.at(-1)).toBe(report);
    expect(textOf(host, picture)).toMatch(/^<svg [^>]*aria-labelledby="[^"]+"/);
    expect(textOf(host, picture)).not.toContain("foreignObject");
  });

  it("has the four sections of the brief, a contents list, and what it was built from", () => {
    for (const heading of ["DISCOVERY", "ANALYSIS", "RECOMMENDATIONS", "IMPLEMENTATION ROADMAP", "Contents"])
      expect(first).toMatch(new RegExp(`^## <a id="[^"]+"></a>${heading}$`, "m"));
    expect(first).toMatch(/\d+ files of `research\/`, digest `[0-9a-f]{12}`/);
  });

  it("gives the same bytes again", async () => {
    expect((await built({})).text).toBe(first);
    const host = memoryHost();
    await build(host, {}, false);
    expect(textOf(host, report)).toBe(first);
  });

  it("leads from each citation to its reference and back, and from each link to an anchor that exists", () => {
    const anchors = new Set([...first.matchAll(/<a id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...first.matchAll(/(?:href="#|\]\(#)([^")]+)/g)].map(([, id]) => id as string);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((id) => !anchors.has(id))).toEqual([]);
    expect(anchors.has("cite-1-1")).toBe(true);
  });

  it("shows a figure where it stands first in the document, in whatever order the text was made", async () => {
    const area = exampleFiles["areas/transport/area.md"] as string;
    const bicycles = exampleFiles["areas/transport/bicycles.md"] as string;
    const diagram = "::diagram[Bicycles take the direct way.]{#ways}";
    const behind = await built({
      "areas/transport/area.md": `${area}\n<!-- synthesis -->\n\n${diagram}\n`,
      "areas/transport/bicycles.md": bicycles.replace(diagram, ""),
    });
    expect(behind.text?.match(/^!\[.*ways\.svg\)$/gm)).toHaveLength(1);
    expect(behind.text).not.toMatch(/Figure \?|See \[Figure/);
    const early = await built({
      "sections/summary.md": `${exampleFiles["sections/summary.md"]}\n${diagram}\n`,
    });
    expect(early.text?.match(/^!\[.*ways\.svg\)$/gm)).toHaveLength(1);
    expect(early.text).toMatch(/ways\.svg\)\n[\s\S]*^See \[Figure 1\]\(#diagram-ways\)\.$/m);
  });

  it("counts only cited facts as found again, as lint does", async () => {
    const source = exampleFiles["sources/city-count.yaml"] as string;
    const found = "status: found, since: 2026-11-22";
    const files = {
      "sources/city-count.yaml": source.replace(
        "facts:\n",
        "facts:\n  - { id: unused, states: nobody cites this, at: table 9, seen: 2026-11-22, copy: primary }\n",
      ),
      "evidence.lock.yaml": `sources:\n  city-count: { status: alive, checked: 2026-11-22, since: 2026-11-22, facts: { speed: { ${found}, pin: 8d5f8f8de0b2 }, unused: { ${found} } } }\n`,
    };
    const { text } = await built(files);
    expect(text).toMatch(/found again, last on 2026-11-22 \| 1 \|/);
    expect((await lintReport(memoryHost(files, cache), {})).account?.facts.verified).toBe(1);
  });

  it("keeps code as it was checked, and hard breaks as they were written", async () => {
    const code = "export const stands = (riders: number) =>  \n\n\n\n  Math.ceil(riders / 2);";
    const { text } = await built({
      "snippets/rack.ts": `// #region stands\n${code}\n// #endregion\n`,
      "areas/transport/area.md": `${exampleFiles["areas/transport/area.md"]}\nOne line,  \nand another. \n\n\n\nThe end.\n`,
    });
    expect(text).toContain(`\`\`\`ts\n${code}\n\`\`\``);
    expect(text).toContain("One line,  \nand another.\n\nThe end.\n");
  });

  it("says what is out of date when it may not write", async () => {
    const host = memoryHost({}, cache);
    expect((await build(host, {}, true)).stale).toContain(report);
    expect(host.files.read(report)).toBeUndefined();
    await build(host, {}, false);
    expect((await build(host, {}, true)).stale).toEqual([]);
    await host.files.write("research/areas/transport/area.md", `${exampleFiles["areas/transport/area.md"]}\nMore.\n`);
    expect((await build(host, {}, true)).stale).toEqual([report]);
  });

  it("leaves the report as it was when an error stands, unless a draft is asked for", async () => {
    const host = memoryHost({}, cache);
    await build(host, {}, false);
    const before = textOf(host, report);
    await host.files.write(
      "research/areas/transport/bicycles.md",
      (exampleFiles["areas/transport/bicycles.md"] as string).replace("verdict: adopt", "verdict: adpot"),
    );
    const stopped = await build(host, {}, false);
    expect(stopped.diagnostics.some(({ rule, file }) => rule === "field-fits" && file.endsWith("bicycles.md"))).toBe(
      true,
    );
    expect(textOf(host, report)).toBe(before);
    await build(host, { draft: true }, false);
    expect(textOf(host, report)).toContain("**DRAFT.**");
  });

  it("reports a diagram that does not parse at its line", async () => {
    const { result, text } = await built({
      "diagrams/ways.mmd": "flowchart LR\n  accTitle: a\n  accDescr: b\n  a --> --> b\n",
    });
    expect(result.diagnostics[0]).toMatchObject({
      rule: "diagram-parses",
      file: "research/diagrams/ways.mmd",
      line: 4,
    });
    expect(text).toBeUndefined();
  });

  it("does not build with our templates when the folder of the dossier's own is missing", async () => {
    const config = (exampleFiles["dossier.yaml"] as string).replace("profile:", "templates: tmplates\nprofile:");
    await expect(built({ "dossier.yaml": config })).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringContaining("tmplates/"),
    });
  });

  it("reports a template that names what is not there, with its place", async () => {
    const host = memoryHost(
      {
        "dossier.yaml": (exampleFiles["dossier.yaml"] as string).replace("profile:", "templates: templates\nprofile:"),
      },
      cache,
    );
    await host.files.write("templates/front.md.hbs", "As of\n{{config.dtae}}\n");
    const result = await build(host, {}, false);
    expect(result.diagnostics[0]).toMatchObject({ rule: "template-renders", file: "templates/front.md.hbs", line: 2 });
    expect(host.files.read(report)).toBeUndefined();
  });

  it("takes a project's own template in place of the built-in one", async () => {
    const host = memoryHost(
      {
        "dossier.yaml": (exampleFiles["dossier.yaml"] as string).replace("profile:", "templates: templates\nprofile:"),
      },
      cache,
    );
    await host.files.write("templates/front.md.hbs", "Our own front of {{config.title}}.\n");
    await build(host, {}, false);
    expect(textOf(host, report)).toContain("Our own front of Getting to work.");
  });

  it("keeps hostile text as text", async () => {
    const title =
      "Fast | *bold* <script>alert(1)</script> [x](javascript:y) `code` ![i](http://e.org/a.png) {{config}}";
    const { text, result } = await built({
      "areas/transport/cases/example-city.md": (
        exampleFiles["areas/transport/cases/example-city.md"] as string
      ).replace(/title: .*/, () => `title: '${title}'`),
    });
    expect(result.diagnostics).toEqual([]);
    const line = text?.split("\n").find((row) => row.includes("script") && row.startsWith("###"));
    expect(line).toContain("\\<script>");
    expect(line).toContain("\\*bold\\*");
    expect(line).toContain("\\[x]");
    expect(text).not.toMatch(/(?<!\\)<script/);
  });

  it("does not let prose put HTML or marks into the report", async () => {
    const prose = (exampleFiles["areas/transport/bicycles.md"] as string).replace(
      "## How it works",
      `## How it <b>works</b> :ours[<img src=x>]\n
<img src=x onerror=alert(1)> and <b>bold</b>, :ours[<img src=x>], :term[<img src=x>], :no[<img src=x>].\n
::diagram[<img src=x> [@city-count]]{#ways}\n
###### Deep <b>down</b>\n
<!-- note --> <b>Behind</b> it\n`,
    );
    const host = memoryHost({ "areas/transport/bicycles.md": prose }, cache);
    await build(host, { draft: true }, false);
    expect(textOf(host, report)).not.toMatch(/(?<!\\)<(?:img|b>)/);
    const forged = await built({
      "sources/city-count.yaml": (exampleFiles["sources/city-count.yaml"] as string).replace(
        "Traffic count",
        "Traffic \uE0000\uE001 count",
      ),
    });
    expect(forged.result.diagnostics[0]?.message).toMatch(/U\+E000/);
  });

  it.each([
    ["system.md.hbs", "a\r\nb\r\n", /system\.md\.hbs:1:2: Unexpected carriage return/],
    ["system.md.hbs", "one\ntwo \uE0000\uE001", /system\.md\.hbs:2:5: Unexpected control character U\+E000/],
    ["system.md.hbs", new Uint8Array([97, 0xff]), /system\.md\.hbs:1:2: Unexpected bytes that are not UTF-8/],
    ["wording/en.yaml", '"Contents": "\\uE0000\\uE001"', /no table of words/],
  ])("refuses a project's own %s that is not plain text", async (name, data, words) => {
    const config = `${exampleFiles["dossier.yaml"]}templates: house\n`;
    const host = memoryHost({ "dossier.yaml": config }, cache);
    await host.files.write(`house/${name}`, data);
    await expect(build(host, {}, false)).rejects.toThrow(words);
  });

  it.each([
    ["../x.md", /^\.\.\/x\.md leads out of the project/],
    ["docs/../../x.md", /^docs\/\.\.\/\.\.\/x\.md leads out/],
    ["/etc/x.md", /^\/etc\/x\.md leads out/],
    ["docs/../research/system.yaml", /lies in research\//],
  ])("refuses to write to %s, and names it as it was said", async (out, words) => {
    await expect(build(memoryHost({}, cache), { out }, false)).rejects.toThrow(words);
    const config = (exampleFiles["dossier.yaml"] as string).replace(/^deliverable: .*$/m, `deliverable: ${out}`);
    await expect(lintReport(memoryHost({ "dossier.yaml": config }, cache), {})).rejects.toThrow(words);
  });

  it("renders what stands in a label and in a heading, and keeps links and numbers out of the contents", async () => {
    const { text, result } = await built({
      "areas/transport/area.md": (exampleFiles["areas/transport/area.md"] as string).replace(
        "How people",
        "# On :ref[road]{text=it} [@city-count]\n\nIt takes :ours[one *good* day].\n\nHow people",
      ),
    });
    expect(result.diagnostics).toEqual([]);
    expect(text).toMatch(/^ *- \[On it\]\(#/m);
    expect(text).toMatch(/^#+ <a id="[^"]+"><\/a>On \[it\]\(#[\w-]+\) <a id="cite-/m);
    expect(text).toContain("It takes one *good* day.\n");
  });

  it("builds a draft with forged marks as text, however they are written", async () => {
    for (const mark of ["\uE00099999\uE001", '"\\uE00099999\\uE001"', "|-\n  \uE0000\uE001"]) {
      const prose = (exampleFiles["areas/transport/bicycles.md"] as string).replace(/(?<=because: ).*/, mark);
      const host = memoryHost({ "areas/transport/bicycles.md": `${prose}\nEnds with \uE00099999\uE001.\n` }, cache);
      const { diagnostics } = await build(host, { draft: true }, false);
      expect(diagnostics.map(({ rule }) => rule)).toContain("file-is-text");
    }
  });
});
