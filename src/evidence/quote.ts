/** Quotations as W3C text quote selectors: the words themselves, and what stands before and after them. */
import type { Fact } from "../model/source.ts";
import { joined, type Words, wordsOf } from "./words.ts";

export type Quote = NonNullable<Fact["quote"]>;

/** `found`: with the words around it; `moved`: the quotation stands, but among other words; nothing when it is gone. */
export function findQuote(words: Words, { exact, prefix, suffix }: Quote): "found" | "moved" | undefined {
  const wanted = wordsOf(exact);
  if (wanted.count === 0) return undefined;
  const [before, after] = [prefix, suffix].map((text) => wordsOf(text ?? ""));
  let moved = false;
  for (let at = 0; at + wanted.count <= words.count; at += 1) {
    if (!stands(words, at, wanted)) continue;
    if (stands(words, at - (before?.count ?? 0), before) && stands(words, at + wanted.count, after)) return "found";
    moved = true;
  }
  return moved ? "moved" : undefined;
}

/** Whether the words stand at a place; the hashes turn nearly every other place away. */
function stands(words: Words, from: number, wanted: Words | undefined): boolean {
  if (!wanted || wanted.count === 0) return true;
  if (from < 0 || from + wanted.count > words.count) return false;
  for (let at = 0; at < wanted.count; at += 1) if (words.hashes[from + at] !== wanted.hashes[at]) return false;
  return joined(words, from, wanted.count) === joined(wanted, 0, wanted.count);
}
