/** The HTML of a small report, as text. */
import { describe, expect, it } from "vitest";
import type { Cache } from "../../src/core/host.ts";
import { renderSection } from "../../src/emit/html/render.ts";
import { toSections } from "../../src/emit/html.ts";
import { MemoryCache } from "../../src/host/memory-files.ts";
import { built, reportOf } from "./small-report.ts";

const rendered = async (text: string, isPicture = (_path: string) => false) =>
  (await renderSection({ id: "s", level: 2, title: "S", text, marks: [] }, isPicture, new MemoryCache(), {})).html;

class CountingCache extends MemoryCache implements Cache {
  readonly made: string[] = [];
  override set(kind: string, key: string, value: string): void {
    if (kind === "html") this.made.push(key);
    super.set(kind, key, value);
  }
}

describe("renderSection", () => {
  it("puts a table in a box that scrolls, with heads for columns and for rows", async () => {
    const html = await rendered("| A | B |\n|---|--:|\n| 1 | 2 |\n\n| | |\n|---|---|\n| Name | Value |");
    expect(html).toContain('<div class="scroll" role="group" tabindex="0" aria-label="Table: S"><table>');
    expect(html).toContain('<th scope="col">A</th>');
    expect(html).toContain('<th scope="row">Name</th>');
    expect(html.match(/<thead>/g)).toHaveLength(1);
  });

  it("colours the code that it knows and leaves the rest as it is", async () => {
    const html = await rendered('```ts\nconst a = "<b>";\n```\n\n```brainfuck\n+<->\n```');
    expect(html).toContain('<span class="t-keyword">const</span>');
    expect(html).toMatch(/<span class="t-string[^"]*">"&#x3C;b>"<\/span>/);
    expect(html).toContain("+&#x3C;->");
    expect(html).not.toContain("style=");
  });

  it("keeps the words of a foreign picture and of a link that leads to no page", async () => {
    const html = await rendered(
      "![words](https://a.example/x.png) [file](../secret.md) [web](https://a.example/) [mail](mailto:a@b.example)",
    );
    expect(html).toBe(
      '<p>words <a>file</a> <a href="https://a.example/">web</a> <a href="mailto:a@b.example">mail</a></p>',
    );
  });

  it("drops raw HTML, and gives notes ids of their own section", async () => {
    const html = await rendered("a <b onclick=x>b</b> c[^1]\n\n[^1]: note");
    expect(html).toContain("<p>a b c<sup>");
    expect(html).toContain('id="s-fn-1"');
  });

  it("keeps a number and its per cent sign together", async () => {
    expect(await rendered("35 % of 4")).toBe("<p>35\u00A0% of 4</p>");
  });
});

describe("toSections", () => {
  it("renders only the section whose words changed", async () => {
    const cache = new CountingCache();
    await toSections(await reportOf(), false, cache);
    cache.made.length = 0;
    const finding = (await import("../../src/lint/example.ts")).exampleFiles["areas/transport/bicycles.md"] as string;
    const report = await reportOf({ "areas/transport/bicycles.md": `${finding}\nOne more sentence.\n` });
    const sections = await toSections(report, false, cache);
    // The finding, and the front with the digest of what the report was built from.
    expect(cache.made).toHaveLength(2);
    expect(sections.find(({ id }) => id === "finding-bicycles")?.html).toContain("One more sentence.");
  });

  it("lists for each source its tier, facts and uses", async () => {
    const references =
      (await toSections(await reportOf(), false, new MemoryCache())).find(({ id }) => id === "references")?.html ?? "";
    expect(references).toMatch(/<li id="ref-city-count" value="\d+">/);
    expect(references).toMatch(/<span class="tier" title="[^"]+">T\d<\/span>/);
    expect(references).toMatch(/<li data-fact="speed"><p>[^<]+<b>4 minutes<\/b>[^<]+<\/p>/);
    expect(references).toContain("Used in");
  });

  it.each([
    ["found", "verified on 2026-11-20"],
    ["gone", "not found any more on 2026-11-20"],
  ])("says what the ledger knows of a fact that is %s", async (status, words) => {
    const ledger = `sources:
  city-count:
    status: alive
    checked: 2026-11-20
    since: 2026-11-01
    facts: { speed: { status: ${status}, since: 2026-11-01, pin: 8d5f8f8de0b2 } }
`;
    const sections = await toSections(await reportOf({ "evidence.lock.yaml": ledger }), false, new MemoryCache());
    const references = sections.find(({ id }) => id === "references")?.html ?? "";
    expect(references).toContain(`, ${words}`);
    expect(references).toContain("not verified since");
  });
});

describe("build --format html", () => {
  it("writes the page and the bibliography, the same twice, and no Markdown", async () => {
    const [first, second] = [await built(["html"]), await built(["html"])];
    expect(first.text("html")).toBe(second.text("html"));
    expect(first.host.files.read("docs/report.md")).toBeUndefined();
    expect(JSON.parse(first.text("csl.json"))).toHaveLength(2);
    expect(first.text("bib")).toMatch(/^@\w+\{/m);
    expect(first.text("ris")).toMatch(/^TY {2}- /m);
  });
});
