/** The structure of a piece of Markdown, before anybody asks what its words say; both readers of Markdown give it. */
import type { Span } from "../core/span.ts";
import type { Block, Comment, Directive, Heading, Link } from "../model/reading.ts";

export interface Shape {
  /** What is words for a reader, in order. */
  readonly revealed: Span[];
  readonly blocks: Block[];
  readonly headings: Heading[];
  readonly directives: Directive[];
  readonly links: Link[];
  readonly comments: Comment[];
}

export const emptyShape = (): Shape => ({
  revealed: [],
  blocks: [],
  headings: [],
  directives: [],
  links: [],
  comments: [],
});

/** Directives whose label is words of the sentence, not an address. */
export const spoken: ReadonlySet<string> = new Set(["term", "diagram"]);

/** The text with everything but the spans replaced by spaces; line breaks stay. */
export function revealOnly(text: string, spans: readonly Span[]): string {
  let out = "";
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= at) continue;
    out += blank(text.slice(at, start)) + text.slice(Math.max(at, start), end);
    at = end;
  }
  return out + blank(text.slice(at));
}

export const blank = (text: string): string =>
  text.includes("\n") ? text.replace(/[^\n]/g, " ") : " ".repeat(text.length);
