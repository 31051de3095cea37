/** Sentences of a block of masked text, with abbreviations kept whole. */
import type { Span } from "../core/span.ts";
import { sentenceBreaks } from "./sentence-breaks.ts";

let segmenter: Intl.Segmenter | undefined;
const abbreviation =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|et al|vs|cf|sec|no|nos|fig|figs|art|arts|approx|ca|resp|incl|p|pp|ch|vol|ed|Dr|Inc|Ltd|Corp|[A-Z])\.\s*$/;

/** Spans of the sentences in `text` between `span.start` and `span.end`, without the white space around them. */
export function sentencesIn(text: string, span: Span): Span[] {
  const block = text.slice(span.start, span.end);
  const sentences: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | undefined;
  let last = 0;
  for (const at of [...breaksIn(block), block.length]) {
    const segment = block.slice(last, at);
    if (open) open.end = span.start + at;
    else open = { start: span.start + last, end: span.start + at };
    last = at;
    // A line break is a space in Markdown, but a sentence end to the segmenter only after punctuation.
    if (abbreviation.test(segment) || !/[.!?…:]["'”’)\]*\s]*$/.test(segment)) continue;
    sentences.push(open);
    open = undefined;
  }
  if (open) sentences.push(open);
  return sentences.map((sentence) => trim(text, sentence)).filter(({ start, end }) => end > start);
}

function breaksIn(block: string): readonly number[] {
  const breaks = sentenceBreaks(block);
  if (breaks) return breaks;
  segmenter ??= new Intl.Segmenter("en", { granularity: "sentence" });
  return Array.from(segmenter.segment(block), ({ index }) => index).slice(1);
}

function trim(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] as string)) from++;
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  return { start: from, end: to };
}

/** Words as a reader counts them. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,%-]*/gu)?.length ?? 0;
}
