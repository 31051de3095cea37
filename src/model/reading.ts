/** What a reader finds in a piece of Markdown; plain data, so that it can be cached by the text's digest. */
import type { Span } from "../core/span.ts";
import type { Figure } from "./figure.ts";

/** One source in a citation. */
export interface CitationItem {
  readonly key: string;
  readonly fact?: string;
  /** Words before the key, such as “see”. */
  readonly prefix?: string;
  /** Words after it: a locator or a note. */
  readonly suffix?: string;
  /** The key with its `@` and fact. */
  readonly span: Span;
}

/** `[@a, sec. 3; @b]`, or `@a` in the running text. */
export interface Citation {
  readonly items: readonly CitationItem[];
  readonly narrative: boolean;
  readonly span: Span;
}

/** `:name[label]{attributes}` (text) or `::name[label]{attributes}` (leaf). */
export interface Directive {
  readonly form: "text" | "leaf" | "container";
  readonly name: string;
  readonly label: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly span: Span;
}

/** Where sentences stand: citations in a `row` or an `item` cover all of it. */
export interface Block {
  readonly kind: "paragraph" | "item" | "row" | "heading";
  readonly span: Span;
}

export interface Sentence {
  readonly span: Span;
  readonly words: number;
  /** Index into `blocks`. */
  readonly block: number;
}

export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly span: Span;
}

export interface Link {
  readonly kind: "link" | "image" | "html";
  readonly url: string;
  readonly span: Span;
}

export interface Comment {
  readonly text: string;
  readonly span: Span;
}

export interface Reading {
  /**
   * The text with everything that is not words for a reader (code, citations, directives but `:ours`, addresses, markup)
   * replaced by spaces, character for character, so that its offsets are the text's.
   */
  readonly masked: string;
  readonly words: number;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly headings: readonly Heading[];
  readonly citations: readonly Citation[];
  readonly directives: readonly Directive[];
  readonly links: readonly Link[];
  readonly figures: readonly Figure[];
  /** HTML comments, where ignores are written. */
  readonly comments: readonly Comment[];
}
