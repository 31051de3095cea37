/** Readings of the parts of a text to one reading, and back. */
import type { Span } from "../core/span.ts";
import type { Reading } from "../model/reading.ts";
import { countWords } from "./sentences.ts";
import { blank } from "./shape.ts";

export interface PieceReading {
  /** Where the piece begins in the text. */
  readonly start: number;
  readonly reading: Reading;
}

/** `pieces` are in the order of the text; between them are only line breaks and spaces. */
export function joinReadings(text: string, pieces: readonly PieceReading[]): Reading {
  const [only] = pieces;
  if (only && pieces.length === 1 && only.reading.masked.length === text.length) return only.reading;
  const all: { -readonly [K in keyof Reading]: Reading[K] extends readonly (infer T)[] ? T[] : Reading[K] } = empty();
  for (const { start, reading } of pieces) {
    all.masked += blank(text.slice(all.masked.length, start)) + reading.masked;
    all.words += reading.words;
    const blocks = all.blocks.length;
    for (const sentence of reading.sentences)
      all.sentences.push({ ...moved(sentence, start), block: sentence.block + blocks });
    for (const { items, ...citation } of reading.citations)
      all.citations.push({ ...moved(citation, start), items: items.map((item) => moved(item, start)) });
    for (const list of lists) for (const found of reading[list]) (all[list] as Spanned[]).push(moved(found, start));
  }
  all.masked += blank(text.slice(all.masked.length));
  return all;
}

/** The reading of a part that was read on its own. */
export function partOf(reading: Reading, { start, end }: Span): Reading {
  const inside = <T extends Spanned>(found: readonly T[]): T[] =>
    found.slice(firstFrom(found, start), firstFrom(found, end)).map((one) => moved(one, -start));
  const first = firstFrom(reading.blocks, start);
  const sentences = inside(reading.sentences).map((sentence) => ({ ...sentence, block: sentence.block - first }));
  const masked = reading.masked.slice(start, end);
  return {
    masked,
    words: countWords(masked),
    sentences,
    citations: inside(reading.citations).map(({ items, ...more }) => ({
      ...more,
      items: items.map((item) => moved(item, -start)),
    })),
    blocks: inside(reading.blocks),
    headings: inside(reading.headings),
    figures: inside(reading.figures),
    directives: inside(reading.directives),
    links: inside(reading.links),
    comments: inside(reading.comments),
  };
}

interface Spanned {
  readonly span: Span;
}

/** Index of the first that begins at `at` or later. The lists are in the order of the pieces, and `at` is where one begins or ends. */
function firstFrom(found: readonly Spanned[], at: number): number {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle] as Spanned).span.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const lists = ["blocks", "headings", "figures", "directives", "links", "comments"] as const;

const empty = () => ({
  masked: "",
  words: 0,
  blocks: [],
  sentences: [],
  headings: [],
  citations: [],
  directives: [],
  links: [],
  figures: [],
  comments: [],
});

const moved = <T extends Spanned>(one: T, by: number): T => ({
  ...one,
  span: { start: one.span.start + by, end: one.span.end + by },
});
