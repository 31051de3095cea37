/** Markdown to its shape by remark: for whatever is not plain, see plain.ts. */
import type { Nodes, Parents, Root } from "mdast";
import type { Directives } from "mdast-util-directive";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Span } from "../core/span.ts";
import { emptyShape, type Shape, spoken } from "./shape.ts";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();

/** Never throws for bad content. */
export function parseMarkdown(text: string): Shape {
  const reader = new Reader(text);
  reader.visit(parser.parse(text) as Root, undefined);
  return reader.shape;
}

class Reader {
  readonly shape = emptyShape();
  /** Within a label that is an address or no claim: its links and its HTML count, its words don't. */
  #unspoken = 0;

  constructor(readonly text: string) {}

  visit(node: Nodes, parent: Parents | undefined): void {
    const span = spanOf(node);
    switch (node.type) {
      case "text":
        return this.#reveal(span);
      case "html":
        return this.#html(span);
      case "image":
        this.shape.links.push({ kind: "image", url: node.url, span });
        return;
      case "link":
        this.shape.links.push({ kind: "link", url: node.url, span });
        if (this.text[span.start] !== "[") return; // an address standing for itself is not words
        break;
      case "definition":
        this.shape.links.push({ kind: "link", url: node.url, span });
        return;
      case "heading":
        this.shape.blocks.push({ kind: "heading", span });
        this.shape.headings.push({
          depth: node.depth,
          text: this.text.slice(span.start, span.end).replace(/^#+\s*/, ""),
          span,
        });
        break;
      case "paragraph":
        this.shape.blocks.push({ kind: parent?.type === "listItem" ? "item" : "paragraph", span });
        break;
      case "tableRow":
        this.shape.blocks.push({ kind: "row", span });
        break;
      case "textDirective":
      case "leafDirective":
      case "containerDirective":
        return this.#directive(node, span);
    }
    if ("children" in node) for (const child of node.children) this.visit(child, node);
  }

  #reveal(span: Span): void {
    if (span.end > span.start && this.#unspoken === 0) this.shape.revealed.push(span);
  }

  /** HTML goes on to the end of the line, so that words behind a comment are no Markdown: they must not vanish with it. */
  #html(span: Span): void {
    const source = this.text.slice(span.start, span.end);
    const comment = /^<!--(?!-?>)([\s\S]*?)-->\s*/.exec(source);
    const end = span.start + (comment?.[0].length ?? 0);
    if (comment) this.shape.comments.push({ text: (comment[1] as string).trim(), span: { start: span.start, end } });
    if (comment && end < span.end) return this.#html({ start: end, end: span.end });
    if (!comment) this.shape.links.push({ kind: "html", url: source, span });
  }

  #directive(node: Directives, span: Span): void {
    const source = this.text.slice(span.start, span.end);
    if (node.type === "textDirective" && !/[[{]/.test(source)) return this.#reveal(span); // “10:30”, “a:b”
    const label = node.type === "containerDirective" ? "" : labelOf(source);
    const form = node.type === "textDirective" ? "text" : node.type === "leafDirective" ? "leaf" : "container";
    const attributes = Object.fromEntries(Object.entries(node.attributes ?? {}).map(([k, v]) => [k, v ?? ""]));
    this.shape.directives.push({ form, name: node.name, label, attributes, span });
    if (node.type === "leafDirective") this.shape.blocks.push({ kind: "paragraph", span });
    const unspoken = spoken.has(node.name) || node.type === "containerDirective" ? 0 : 1;
    this.#unspoken += unspoken;
    for (const child of node.children) this.visit(child, node);
    this.#unspoken -= unspoken;
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
