/** Formatted references: what citeproc makes of our styles, and what the cache spares it. */
import { readFileSync } from "node:fs";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import installed from "../../node_modules/citeproc/package.json" with { type: "json" };
import { Bibliography, citeprocVersion } from "../../src/cite/bibliography.ts";
import { localeFile, styleFile } from "../../src/cite/csl-files.ts";
import { type CslItem, toCsl } from "../../src/cite/csl-item.ts";
import type { Cache } from "../../src/core/host.ts";
import { openIsolate } from "../../src/host/isolate.ts";
import type { Source } from "../../src/model/source.ts";

const template = (path: string) => readFileSync(new URL(`../../templates/${path}`, import.meta.url), "utf8");
const style = template(styleFile().path);
const authorDate = template(styleFile("dossier-author-date").path);
const english = template(localeFile().path);
const french = template(localeFile("fr-CA").path);

function memory(): Cache & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get: (kind, key) => entries.get(kind + key),
    set: (kind, key, value) => void entries.set(kind + key, value),
  };
}

async function formatEntries(items: readonly CslItem[], xml: string, locale: string, cache: Cache) {
  const bibliography = new Bibliography(xml, locale, { cache, openIsolate });
  for (const item of items) await bibliography.add(item);
  return bibliography.entries(items.map(({ id }) => id)).finally(() => bibliography.close());
}

async function entry(record: Partial<Source>, xml = style, locale = english): Promise<string> {
  const item = toCsl("key", { type: "webpage", title: "A title", ...record } as Source);
  return (await formatEntries([item], xml, locale, memory())).get("key") ?? "";
}

const blog: Partial<Source> = {
  type: "post-weblog",
  title: "Navigating the LLM Landscape",
  author: [{ family: "Wang", given: "Tse-Chi" }, { literal: "Uber" }],
  "container-title": "Uber Engineering Blog",
  publisher: "Uber",
  issued: "2024-07-11",
  accessed: "2026-11-22",
  URL: "https://www.uber.com/blog/genai-gateway/",
};

describe("entries in our own styles", () => {
  it("name author, title, container, date and address, without a number", async () => {
    expect(await entry(blog)).toBe(
      "T.-C. Wang and Uber, “Navigating the LLM Landscape,” *Uber Engineering Blog*, Jul. 11, 2024, <https://www.uber.com/blog/genai-gateway/>, accessed Nov. 22, 2026.",
    );
    expect(await entry(blog, authorDate, french)).toBe(
      "Wang, T.-C. & Uber (11 juill. 2024). Navigating the LLM Landscape. *Uber Engineering Blog*. <https://www.uber.com/blog/genai-gateway/>, consulté le 22 nov. 2026.",
    );
  });

  it("give volume, issue, pages and DOI of an article", async () => {
    const article = {
      type: "article-journal",
      author: [1, 2, 3, 4, 5].map((at) => ({ family: `F${at}`, given: "Ann" })),
      "container-title": "Journal",
      volume: "27",
      issue: "2",
      page: "97-111",
      issued: "1984-21",
      DOI: "10.1093/comjnl/27.2.97",
      URL: "https://example.org/",
    };
    expect(await entry(article)).toBe(
      "A. F1, A. F2, A. F3, et al., “A title,” *Journal*, vol. 27, no. 2, pp. 97–111, Spring 1984, doi:[10.1093/comjnl/27.2.97](https://doi.org/10.1093/comjnl/27.2.97).",
    );
  });

  it("give number, version, edition, editor and ISBN where there are", async () => {
    const rfc = { type: "standard", title: "HTTP Semantics", genre: "RFC", number: "9110", issued: "2022-06" };
    expect(await entry(rfc)).toBe("*HTTP Semantics*, RFC 9110, Jun. 2022.");
    expect(await entry({ type: "software", version: "v2.1", issued: "2024~" })).toBe(
      "*A title*, version 2.1, c. 2024.",
    );
    const book = {
      type: "book",
      edition: "2",
      editor: [{ family: "Ed", given: "Ann" }],
      ISBN: "9780306406157",
      publisher: "P",
    };
    expect(await entry(book)).toBe("A. Ed, ed., *A title*, P, 2nd ed., ISBN 9780306406157.");
    expect(await entry(book, style, french)).toContain("2e éd.");
    expect(await entry({}, authorDate)).toBe("A title (n.d.).");
  });
});

describe("hostile records", () => {
  const title =
    "A | *b* `c` <script>alert(1)</script> [x](javascript:alert(1)) $& $' $1 $$ \u0000\n# H\n\n- @uber :value[x] “q” <i>Homo</i> & &amp; __x__ ~~s~~ <img src=x onerror=y>";

  it("stay text", async () => {
    const author = [{ family: "<b>O’Brien</b>*", given: "|" }, { literal: "Org | Unit $1" }];
    const text = await entry({ title, author, "container-title": "*J* <u>", URL: "https://e.org/a|b`c<d>" });
    expect(text).not.toMatch(/\p{Cc}/u);
    const tree = unified().use(remarkParse).use(remarkGfm).parse(`| a |\n| - |\n| ${text} |`);
    const seen: string[] = [];
    const words: string[] = [];
    const walk = (node: { type: string; value?: string; url?: string; children?: unknown[] }) => {
      seen.push(node.type);
      if (node.value) words.push(node.value);
      if (node.url) expect(node.url).toBe("https://e.org/a%7Cb%60c%3Cd%3E");
      for (const child of node.children ?? []) walk(child as typeof node);
    };
    walk(tree);
    expect(seen.filter((type) => !["text", "emphasis", "tableRow"].includes(type))).toEqual([
      "root",
      "table",
      "tableCell",
      "tableCell",
      "link",
    ]);
    const read = words.join("");
    for (const said of [
      "<script>alert(1)</script>",
      "[x](javascript:alert(1))",
      "$& $’ $1 $$",
      "<b>O’Brien</b>*",
      "Org | Unit $1",
      "@uber",
      "*J* <u>",
    ])
      expect(read).toContain(said);
  });

  it("can't reach other fields through the note", async () => {
    expect(await entry({ note: "{:title: Other}\nissued: 1999\n" })).toBe("“A title.”");
  });

  it("may have any type and key", async () => {
    const item = toCsl("__proto__", { type: "no-such-type", title: "T" });
    const entries = await formatEntries([item], style, english, memory());
    expect([...entries]).toEqual([["__proto__", "“T.”"]]);
  });
});

describe("the cache", () => {
  it("holds one entry for each record, style and locale, and keeps citeproc unloaded on a hit", async () => {
    const cache = memory();
    const items = ["a", "b"].map((key) => toCsl(key, { type: "webpage", title: key } as Source));
    await formatEntries(items, style, english, cache);
    expect(cache.entries.size).toBe(2);
    for (const key of cache.entries.keys()) cache.entries.set(key, "cached");
    const again = items.map((item) => ({ ...item, id: `${item.id}-renamed` }));
    expect([...(await formatEntries(again, style, english, cache)).values()]).toEqual(["cached", "cached"]);
    await formatEntries(items, style, french, cache);
    await formatEntries(items, authorDate, english, cache);
    expect(cache.entries.size).toBe(6);
  });

  it("is keyed by the installed version of citeproc", () => expect(citeprocVersion).toBe(installed.version));
});

describe("styles from elsewhere", () => {
  const wrap = (body: string) =>
    `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>t</title><id>t</id><updated>2026-01-01T00:00:00Z</updated></info><citation><layout><text variable="citation-number"/></layout></citation>${body}</style>`;

  it("lose their numbers and margins", async () => {
    const numbered = wrap(
      `<bibliography second-field-align="flush"><layout suffix="."><text variable="citation-number"
        prefix="[" suffix="]"/><text variable="title" prefix=" "/></layout></bibliography>`,
    );
    expect(await entry({}, numbered)).toBe("A title.");
  });

  it.each([
    ["no XML", "not a style"],
    ["no bibliography", wrap("")],
    ["a missing macro", wrap('<bibliography><layout><text macro="nope"/></layout></bibliography>')],
    ["an unclosed element", wrap("<bibliography><layout>")],
    ["nothing", ""],
  ])("are refused in a sentence when they have %s", async (_, xml) => {
    await expect(entry({}, xml)).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringMatching(/^The CSL style|^The source/),
    });
  });

  it("are found by name or by path", () => {
    expect(styleFile()).toEqual({ from: "templates", path: "csl/dossier.csl" });
    expect(styleFile("styles/apa.csl")).toEqual({ from: "project", path: "styles/apa.csl" });
    expect(styleFile("../../etc/passwd").path).toBe("csl/etcpasswd.csl");
    expect(localeFile("de").path).toBe("csl/locales-en.xml");
  });
});

it("has the same terms in both locales", () => {
  const terms = (xml: string) =>
    new Set(
      [...xml.matchAll(/<term name="([^"]+)"(?: form="([^"]+)")?/g)].map(([, name, form]) => `${name} ${form ?? ""}`),
    );
  const ordinals = /^ordinal/;
  const missing = [...terms(english)].filter((term) => !terms(french).has(term) && !ordinals.test(term));
  expect(missing).toEqual([]);
});
