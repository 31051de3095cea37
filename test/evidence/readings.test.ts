/** Text of pages: HTML, PDF, Markdown and plain text, whole and hostile. */
import { describe, expect, it } from "vitest";
import { decodePage } from "../../src/core/decode-page.ts";
import { htmlText } from "../../src/evidence/html-text.ts";
import { markdownText } from "../../src/evidence/markdown-text.ts";
import { readings } from "../../src/evidence/readings.ts";
import { wordsOf } from "../../src/evidence/words.ts";
import { openIsolate } from "../../src/host/isolate.ts";
import { pdfOf } from "./pdf.ts";

const encoder = new TextEncoder();
const words = (text: string) => {
  const { text: normal, count, starts, ends } = wordsOf(text);
  return Array.from({ length: count }, (_, at) => normal.slice(starts[at], ends[at])).join(" ");
};

async function all(type: string, body: string | Uint8Array): Promise<string[]> {
  const found: string[] = [];
  for await (const text of readings(
    { type, body: typeof body === "string" ? encoder.encode(body) : body },
    openIsolate,
  ))
    found.push(words(text));
  return found;
}

describe("htmlText", () => {
  it.each([
    ["inline elements join words", "<p><b>w</b>ord a<i>nd</i> <a href=x>link</a>ed</p>", "word and linked"],
    ["blocks separate them", "<td>a</td><td>b</td><li>c<li>d<br>e<div>f</div>g", "a b c d e f g"],
    ["entities", "caf&eacute; &amp; &#x33;&#48; &zzz; &copy a&nbsp;b &lt;script&gt;", "café 30 zzz a b script"],
    [
      "silent elements",
      "<head><title>no</title><style>no</style></head><script>no</script>yes<noscript>no</noscript><svg><title>no</title></svg> too",
      "yes too",
    ],
    ["a head that never closes", "<head><title>no</title><body>yes", "yes"],
    ["silence within silence", "<svg><svg>no</svg>no</svg>yes", "yes"],
    ["tags that close nothing", "</div></script></p>yes", "yes"],
    ["upper case", "<SCRIPT>no</SCRIPT><P>Yes</P>", "yes"],
    ["comments and declarations", "<!doctype html><!-- no --><![CDATA[no]]>yes<?php no ?>", "yes"],
  ])("%s", (_, html, expected) => expect(words(htmlText(html))).toBe(expected));

  it("takes linear time for pages that nest or never close", () => {
    const begun = performance.now();
    for (const part of ["<div>", "<b>", "<svg>", "<a href='", "<!--", "<", "&", "<script>", "</p>", "&amp;"])
      htmlText(part.repeat(300_000));
    expect(performance.now() - begun).toBeLessThan(6000);
  });
});

describe("readings", () => {
  it("reads all of an HTML page first, then its article without the boxes", async () => {
    const filler = "More text stands here, with words and commas, to be counted as an article. ".repeat(15);
    const html = `<html><body><nav>menu</nav><article><h1>Head</h1><p>${filler}</p><p>Thirty teams send</p><aside class="ad sidebar">buy now</aside><p>many queries.</p><p>${filler}</p></article></body></html>`;
    const [whole, article] = await all("text/html", html);
    expect(whole).toContain("menu head");
    expect(whole).toContain("thirty teams send buy now many queries");
    expect(article).not.toContain("menu");
  });

  it("reads a PDF with the words of broken lines joined, then apart", async () => {
    const [joined, apart] = await all("application/pdf", pdfOf(["Serving is more effi-", "cient for thirty teams"]));
    expect(joined).toBe("serving is more efficient for thirty teams");
    expect(apart).toBe("serving is more effi cient for thirty teams");
  });

  it("knows a PDF by its first bytes, and reads nothing of a broken one", async () => {
    expect(await all("text/html", pdfOf(["thirty teams"]))).toContain("thirty teams");
    expect(await all("application/pdf", "%PDF-1.7 broken")).toEqual([]);
    expect(await all("application/pdf", new Uint8Array())).toEqual([]);
  });

  it("reads Markdown as it is and as it is shown", async () => {
    const [raw, shown] = await all(
      "text/markdown",
      'See **[the docs](https://x.org/a_(b) "T")** for `code` <b>bold</b> <!-- no --> {#id}.\n',
    );
    expect(raw).toContain("https x org");
    expect(shown).toBe("see the docs for code bold");
  });

  it("stays fast on hostile Markdown", () => {
    const begun = performance.now();
    for (const part of ["[", "](", "<!--", "<a", "{", "](a(", "][", '](a ("', "`", "*"])
      markdownText(part.repeat(200_000));
    expect(performance.now() - begun).toBeLessThan(4000);
  });

  it("reads other character sets", () => {
    expect(decodePage(new Uint8Array([0x63, 0x61, 0x66, 0xe9]), "iso-8859-1")).toBe("café");
    expect(decodePage(new Uint8Array([...encoder.encode('<meta charset="windows-1252">'), 0x93]))).toContain("“");
    expect(decodePage(new Uint8Array([0xff, 0xfe, 0x61, 0x00]))).toBe("a");
    expect(decodePage(encoder.encode("é"), "no-such-charset")).toBe("é");
  });
});
