/** Rich text of references as Markdown in which it stays text. */
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { emphasise, escapeMarkdown, markdownLink } from "../../src/cite/markdown.ts";
import { markdownOf } from "../../src/cite/rich-text.ts";

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);
const parse = (markdown: string): Node => parser.parse(markdown) as Node;
const types = (node: Node): string[] => [node.type, ...(node.children ?? []).flatMap(types)];
const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join("");

const hostile = [
  "a | b",
  "*a* **b** _c_ __d__ ~~e~~ `f` ``g``",
  "<script>alert(1)</script> <b>x</b> <https://evil.example> <a@b.co>",
  "[x](javascript:alert(1)) ![i](http://evil) [^1] [[w]] [ref]",
  "http://evil.example www.evil.example https://evil.example/x",
  "# heading",
  "- item",
  "+ item",
  "12. item",
  "1) item",
  "=== x",
  "> quote",
  "&amp; &#60; &copy; AT&T & x",
  ":value[model.output] ::diagram{#x} :::note a:b 10:30",
  "[@key#fact] @key \\@key",
  "$x^2$ $$y$$",
  "back\\slash \\* end\\",
  "snake_case _x_y_ a_",
  "| a | b |",
  "{{handlebars}} {curly}",
  "--- *** ___",
];

const bare = /https?:\/\/|www\.|@b\.co/;

describe("escaped text", () => {
  it.each(hostile)("reads as itself: %s", (text) => {
    const tree = parse(escapeMarkdown(text, true));
    // GFM turns a bare address into a link to itself, escaped or not; nothing else may appear.
    expect(types(tree).filter((type) => type !== "text" && !(type === "link" && bare.test(text)))).toEqual([
      "root",
      "paragraph",
    ]);
    expect(textOf(tree)).toBe(text);
    expect(textOf(parse(`x ${escapeMarkdown(text)}`))).toBe(`x ${text}`);
  });

  it("reads as itself whatever the order of its marks", () => {
    const marks = [
      "*",
      "**",
      "_",
      "__",
      "`",
      "~~",
      "[",
      "](",
      ")",
      "<",
      "</b>",
      "<i>",
      "&",
      "&amp;",
      "|",
      "\\",
      "$",
      "'",
    ];
    const others = [
      ":",
      "::",
      "{",
      "}",
      "#",
      "!",
      "@",
      "a",
      "1",
      ". ",
      "www.",
      "http://x.y",
      "://",
      "-",
      "字",
      "🙂",
      "\u200b",
    ];
    const all = [...marks, ...others, '"', "“", " "];
    let seed = 7;
    const next = (below: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0;
      return ((seed >>> 8) ^ (seed >>> 20)) % below;
    };
    for (let count = 0; count < 1500; count += 1) {
      const text = Array.from({ length: 1 + next(9) }, () => all[next(all.length)]).join("");
      const tree = parse(`x ${escapeMarkdown(text)} y`);
      expect([text, textOf(tree)]).toEqual([text, `x ${text} y`]);
      expect(types(tree).filter((type) => !["root", "paragraph", "text", "link"].includes(type))).toEqual([]);
    }
  });

  it("has no line breaks or control characters", () => {
    expect(escapeMarkdown("a\n\n# b\u0000\u001b[31m\u2028c")).toBe("a # b \\[31m c");
  });

  it("leaves ordinary titles readable", () => {
    expect(escapeMarkdown("Scaling vLLM (v0.8): 10 lessons, snake_case & more!")).toBe(
      "Scaling vLLM (v0.8): 10 lessons, snake_case & more!",
    );
  });
});

describe("links", () => {
  it.each([
    ["https://example.org/a_b*c", "https://example.org/a_b*c"],
    ["https://example.org/a(b)c", "https://example.org/a(b)c"],
    ["https://example.org/a b<c>|d`e", "https://example.org/a%20b%3Cc%3E%7Cd%60e"],
  ])("lead to %s", (address, href) => {
    for (const label of [address, "a [label] | with *marks*"]) {
      const [paragraph] = parse(markdownLink(label, address)).children ?? [];
      expect(paragraph?.children).toHaveLength(1);
      expect(paragraph?.children?.[0]?.type).toBe("link");
      expect(decodeURI(paragraph?.children?.[0]?.url ?? "").replaceAll("%28", "(")).toContain(
        decodeURI(href).slice(0, 21),
      );
      expect(textOf(parse(markdownLink(label, address)))).toBe(label === address ? label : "a [label] | with *marks*");
    }
  });

  it("are text when the address is no web address", () => {
    expect(types(parse(markdownLink("x", "javascript:alert(1)")))).not.toContain("link");
    expect(types(parse(markdownLink("x", "http://")))).not.toContain("link");
  });
});

describe("citeproc's markup", () => {
  it("becomes emphasis where Markdown can say it", () => {
    expect(markdownOf('  <div class="csl-entry">A, <i>Title</i>, <b>3</b>.</div>\n')).toBe("A, *Title*, **3**.");
    expect(markdownOf("<i>On <i>E. coli</i></i> x")).toBe("*On E. coli* x");
    expect(markdownOf("x<i>(y)</i>z")).toBe("x(y)z");
    expect(emphasise("a ", "*", "", "b")).toBe("*a* ");
    expect(emphasise("b", "**", "*a*", "")).toBe("b");
  });

  it("keeps raised and lowered characters, links and text", () => {
    expect(markdownOf("CO<sub>2</sub> 10<sup>-6</sup> x<sup>th</sup> TM<sup>TM</sup>")).toBe("CO₂ 10⁻⁶ xth TM™");
    expect(markdownOf('doi:<a href="https://doi.org/10.1/a#b">10.1/a#b</a>')).toBe(
      "doi:[10.1/a#b](https://doi.org/10.1/a%23b)",
    );
    expect(markdownOf("&#60;script&#62; &#38;amp; &amp;")).toBe("\\<script\\> \\&amp; &");
    expect(markdownOf('<a href="javascript:x">y</a>')).toBe("y");
  });

  it("escapes what opens the entry", () => {
    expect(markdownOf('<div class="csl-entry"># A</div>')).toBe("\\# A");
    expect(markdownOf("2024. A year")).toBe("2024\\. A year");
  });
});
