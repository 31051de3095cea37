/** Markdown to a reading: one parse, after which everything about a piece of prose is known. */
import type { Nodes, Parents, Root } from "mdast";
import type { Directives } from "mdast-util-directive";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Span } from "../core/span.ts";
import type { Block, Citation, Comment, Directive, Heading, Link, Reading, Sentence } from "../model/reading.ts";
import { findCitations } from "./citations.ts";
import { findFigures } from "./figures.ts";
import { countWords, sentencesIn } from "./sentences.ts";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();

/** Directives whose label is words of the sentence, not an address. */
const spoken = new Set(["term", "diagram"]);

/** Reads a piece of Markdown; never throws for bad content. */
export function readProse(text: string): Reading {
  const reader = new Reader(text);
  reader.visit(parser.parse(text) as Root, undefined);
  return reader.finish();
}

class Reader {
  readonly #revealed: string[];
  readonly #blocks: Block[] = [];
  readonly #headings: Heading[] = [];
  readonly #directives: Directive[] = [];
  readonly #links: Link[] = [];
  readonly #comments: Comment[] = [];

  constructor(readonly text: string) {
    this.#revealed = Array.from({ length: text.length }, (_, at) => (text[at] === "\n" ? "\n" : " "));
  }

  visit(node: Nodes, parent: Parents | undefined): void {
    const span = spanOf(node);
    switch (node.type) {
      case "text":
        return this.#reveal(span);
      case "html":
        return this.#html(node.value, span);
      case "image":
        this.#links.push({ kind: "image", url: node.url, span });
        return;
      case "link":
        this.#links.push({ kind: "link", url: node.url, span });
        if (this.text[span.start] !== "[") return; // an address standing for itself is not words
        break;
      case "definition":
        this.#links.push({ kind: "link", url: node.url, span });
        return;
      case "heading":
        this.#blocks.push({ kind: "heading", span });
        this.#headings.push({ depth: node.depth, text: this.text.slice(span.start, span.end).replace(/^#+\s*/, ""), span });
        break;
      case "paragraph":
        this.#blocks.push({ kind: parent?.type === "listItem" ? "item" : "paragraph", span });
        break;
      case "tableRow":
        this.#blocks.push({ kind: "row", span });
        break;
      case "textDirective":
      case "leafDirective":
      case "containerDirective":
        return this.#directive(node, span);
    }
    if ("children" in node) for (const child of node.children) this.visit(child, node);
  }

  #reveal({ start, end }: Span): void {
    for (let at = start; at < end; at++) this.#revealed[at] = this.text[at] as string;
  }

  #html(value: string, span: Span): void {
    const comment = /^<!--([\s\S]*?)-->/.exec(value);
    if (comment) this.#comments.push({ text: (comment[1] as string).trim(), span });
    else this.#links.push({ kind: "html", url: value, span });
  }

  #directive(node: Directives, span: Span): void {
    const source = this.text.slice(span.start, span.end);
    if (node.type === "textDirective" && !/[[{]/.test(source)) return this.#reveal(span); // “10:30”, “a:b”
    const label = node.type === "containerDirective" ? "" : labelOf(source);
    const form = node.type === "textDirective" ? "text" : node.type === "leafDirective" ? "leaf" : "container";
    const attributes = Object.fromEntries(Object.entries(node.attributes ?? {}).map(([k, v]) => [k, v ?? ""]));
    this.#directives.push({ form, name: node.name, label, attributes, span });
    if (node.type === "leafDirective") this.#blocks.push({ kind: "paragraph", span });
    if (spoken.has(node.name) || node.type === "containerDirective")
      for (const child of node.children) this.visit(child, node);
  }

  finish(): Reading {
    const citations = findCitations(this.#revealed.join(""));
    for (const { span } of citations) this.#revealed.fill(" ", span.start, span.end);
    const masked = this.#revealed.join("");
    const sentences = this.#blocks.flatMap((block, index) => this.#sentences(masked, block, index, citations));
    return {
      masked,
      words: countWords(masked),
      blocks: this.#blocks,
      sentences,
      headings: this.#headings,
      citations,
      figures: findFigures(masked),
      directives: this.#directives,
      links: this.#links,
      comments: this.#comments,
    };
  }

  /** A citation behind the full stop belongs to the sentence before it. */
  #sentences(masked: string, block: Block, index: number, citations: readonly Citation[]): Sentence[] {
    if (block.kind === "heading") return [];
    const spans = sentencesIn(masked, block.span);
    return spans.map((span, at) => {
      const limit = spans[at + 1]?.start ?? block.span.end;
      const trailing = citations.filter(({ span: cited }) => cited.start >= span.end && cited.end <= limit);
      const end = trailing.at(-1)?.span.end ?? span.end;
      return { span: { start: span.start, end }, words: countWords(masked.slice(span.start, span.end)), block: index };
    });
  }
}

const spanOf = (node: Nodes): Span => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

/** The text between the brackets of a directive, as written. */
function labelOf(source: string): string {
  const open = source.indexOf("[");
  const attributes = source.indexOf("{");
  if (open < 0 || (attributes >= 0 && attributes < open)) return "";
  for (let at = open, depth = 0; at < source.length; at++) {
    if (source[at] === "[") depth++;
    if (source[at] === "]" && --depth === 0) return source.slice(open + 1, at);
  }
  return "";
}
