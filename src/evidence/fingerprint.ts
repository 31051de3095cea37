/** Passage fingerprints: prove that the words of a passage stand in a text without keeping them. */
import { createHash } from "node:crypto";
import type { Fact } from "../model/source.ts";
import { joined, type Words, wordsOf } from "./words.ts";

/** Length in words, SHA-256 of the normalised passage, and a cheap hash that tells which windows are worth hashing. */
export type Pin = NonNullable<Fact["pin"]>;

/** Fewer words stand in too many places to prove anything. */
export const fewestWords = 8;

/** The fingerprint of a passage, or how many words it has when they are too few. */
export function pinOf(passage: string): { readonly pin?: Pin; readonly words: number } {
  const words = wordsOf(passage);
  if (words.count < fewestWords) return { words: words.count };
  return { pin: pinAt(words, 0, words.count), words: words.count };
}

/** The fingerprint of a window. */
export function pinAt(words: Words, from: number, length: number): Pin {
  let hash = 0;
  for (let at = from; at < from + length; at += 1) hash = (Math.imul(hash, base) + (words.hashes[at] as number)) | 0;
  return { words: length, sha256: sha256(joined(words, from, length)), probe: hex(hash) };
}

/**
 * Where passages stand: the index of the first word of the first window that fits, for each pin that has one. One pass for
 * each distinct length; windows are compared by a rolling hash and confirmed by SHA-256. Pins without probe cost a
 * SHA-256 a window.
 */
export function findPins(words: Words, pins: Iterable<Pin>): Map<Pin, number> {
  const found = new Map<Pin, number>();
  const byLength = new Map<number, Pin[]>();
  for (const pin of pins) if (pin.words <= words.count) push(byLength, pin.words, pin);
  for (const [length, same] of byLength) slide(words, length, same, found);
  return found;
}

function slide(words: Words, length: number, pins: readonly Pin[], found: Map<Pin, number>): void {
  const probes = new Set(pins.flatMap(({ probe }) => (probe ? [Number.parseInt(probe, 16) | 0] : [])));
  const blind = pins.some(({ probe }) => !probe);
  const wanted = new Map<string, Pin[]>();
  for (const pin of pins) push(wanted, pin.sha256, pin);
  // Asking a set at every window is slow: a table of the upper bits turns nearly all away.
  const marked = new Uint8Array(4096);
  for (const probe of probes) marked[probe >>> 20] = 1;
  const { hashes, count } = words;
  let leading = 1;
  for (let at = 1; at < length; at += 1) leading = Math.imul(leading, base);
  let hash = 0;
  for (let end = 0; end < count; end += 1) {
    if (end >= length) hash = (hash - Math.imul(hashes[end - length] as number, leading)) | 0;
    hash = (Math.imul(hash, base) + (hashes[end] as number)) | 0;
    if (end < length - 1) continue;
    if (!blind && (marked[hash >>> 20] === 0 || !probes.has(hash))) continue;
    const from = end - length + 1;
    const key = sha256(joined(words, from, length));
    for (const pin of wanted.get(key) ?? []) found.set(pin, from);
    if (wanted.delete(key) && wanted.size === 0) return;
  }
}

/** Odd, so that it has an inverse modulo 2^32 and no word falls out of the sum. */
const base = 0x9e3779b1;

const hex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, "0");

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
