/** Markdown to a reading: each paragraph is read on its own, after which everything about a piece of prose is known. */
import type { Span } from "../core/span.ts";
import type { Block, Citation, Reading, Sentence } from "../model/reading.ts";
import { findCitations } from "./citations.ts";
import { findFigures } from "./figures.ts";
import { joinReadings, partOf } from "./join.ts";
import { piecesOf } from "./pieces.ts";
import { readPlain } from "./plain.ts";
import { countWords, sentencesIn } from "./sentences.ts";
import { revealOnly, type Shape } from "./shape.ts";

/** A text that was read before. */
export interface Known {
  readonly text: string;
  readonly reading: Reading;
}

/** Reads a piece of Markdown; never throws for bad content. Paragraphs that `known` texts have too are taken over from them. */
export async function readProse(text: string, known: readonly Known[] = []): Promise<Reading> {
  const same = known.find((one) => one.text === text);
  if (same) return same.reading;
  const before = new Map<string, () => Reading>();
  for (const one of known)
    for (const { start, text: piece } of piecesOf(one.text))
      before.set(piece, () => partOf(one.reading, { start, end: start + piece.length }));
  const pieces = [];
  for (const { start, text: piece } of piecesOf(text))
    pieces.push({ start, reading: before.get(piece)?.() ?? (await readPiece(piece)) });
  return joinReadings(text, pieces);
}

async function readPiece(piece: string): Promise<Reading> {
  const plain = readPlain(piece);
  if (plain) return finish(piece, plain);
  const { parseMarkdown } = await import("./markdown.ts");
  return finish(piece, parseMarkdown(piece));
}

/** What a shape makes known about its text. */
export function finish(text: string, { revealed, ...shape }: Shape): Reading {
  const shown = revealOnly(text, revealed);
  const citations = findCitations(shown);
  const masked = citations.length > 0 ? revealOnly(shown, between(citations, text.length)) : shown;
  return {
    masked,
    words: countWords(masked),
    ...shape,
    sentences: shape.blocks.flatMap((block, index) => sentencesOf(masked, block, index, citations)),
    citations,
    figures: findFigures(masked),
  };
}

function between(citations: readonly Citation[], length: number): Span[] {
  const ends = citations.map(({ span }) => span);
  return [{ start: 0, end: 0 }, ...ends].map(({ end }, index) => ({ start: end, end: ends[index]?.start ?? length }));
}

/** A citation behind the full stop belongs to the sentence before it. */
function sentencesOf(masked: string, block: Block, index: number, citations: readonly Citation[]): Sentence[] {
  if (block.kind === "heading") return [];
  const spans = sentencesIn(masked, block.span);
  return spans.map((span, at) => {
    const limit = spans[at + 1]?.start ?? block.span.end;
    const trailing = citations.filter(({ span: cited }) => cited.start >= span.end && cited.end <= limit);
    const end = trailing.at(-1)?.span.end ?? span.end;
    return { span: { start: span.start, end }, words: countWords(masked.slice(span.start, span.end)), block: index };
  });
}
