/** Finds the source that a candidate repeats: by identifier, otherwise by title, author and year. */
import type { Source } from "../model/source.ts";
import { arxivOf } from "./identifiers.ts";
import { identitiesOf } from "./identities.ts";
import { differentEdition, lacksSubtitle, mainTitle, sameAuthors, sameYear } from "./likeness.ts";
import { trigramsOf } from "./trigrams.ts";

export type Candidate = Partial<Source>;

export interface Duplicate {
  readonly key: string;
  /** Why, as the end of “a duplicate: …”. */
  readonly reason: string;
  /** 1 for the same identifier, otherwise the weighted likeness from `threshold` to 1. */
  readonly score: number;
}

const threshold = 0.85;
/** Titles less alike than this are not looked at further. */
const leastTitle = 0.72;
/** Part of a title's trigrams that is counted for every source; enough that no title of the least likeness has none of them. */
const rareShare = 0.65;
/** Likeness of a title to itself with a subtitle. */
const withoutSubtitle = 0.95;
const weights = { title: 0.6, author: 0.25, year: 0.15 };

interface Known {
  readonly key: string;
  readonly source: Candidate;
  readonly trigrams: readonly number[];
}

/** An index that grows: build once, ask often, add what was accepted. */
export class DuplicateIndex {
  readonly #known: Known[] = [];
  readonly #identities = new Map<string, Known>();
  /** For each trigram of a title, the places in `#known`. */
  readonly #postings = new Map<number, number[]>();
  /** For each title before its colon, the places in `#known`. */
  readonly #mainTitles = new Map<string, number[]>();
  #counts = new Uint16Array(1024);

  constructor(sources: Iterable<readonly [key: string, source: Candidate]> = []) {
    for (const [key, source] of sources) this.add(key, source);
  }

  add(key: string, source: Candidate): void {
    const at = this.#known.length;
    const title = source.title ?? "";
    const trigrams = trigramsOf(title);
    const known = { key, source, trigrams };
    this.#known.push(known);
    for (const identity of identitiesOf(source).keys())
      if (!this.#identities.has(identity)) this.#identities.set(identity, known);
    for (const trigram of trigrams) push(this.#postings, trigram, at);
    push(this.#mainTitles, mainTitle(title), at);
    if (this.#counts.length < this.#known.length) this.#counts = new Uint16Array(this.#known.length * 2);
  }

  /** The source that the candidate most probably repeats. */
  find(candidate: Candidate): Duplicate | undefined {
    for (const [identity, name] of identitiesOf(candidate)) {
      const known = this.#identities.get(identity);
      // Papers of one volume may share its address; their DOIs tell them apart.
      const shared = identity.startsWith("url:") && candidate.DOI && known?.source.DOI && !arxivOf(candidate.DOI);
      if (known && !shared) return { key: known.key, reason: `the same ${name}`, score: 1 };
    }
    let best: Duplicate | undefined;
    for (const [known, title] of this.#alike(candidate.title ?? "")) {
      const found = compare(candidate, known, title);
      if (found && found.score > (best?.score ?? 0)) best = found;
    }
    return best;
  }

  /**
   * Known sources with a title alike, with the likeness: Dice's coefficient over trigrams. The rare trigrams are counted for all;
   * the common ones, which stand in most titles, only for those that can still reach the least likeness with them.
   */
  *#alike(title: string): Generator<[Known, number]> {
    const postingsOf = (trigram: number) => this.#postings.get(trigram) ?? [];
    const trigrams = trigramsOf(title).sort((a, b) => postingsOf(a).length - postingsOf(b).length);
    const split = Math.ceil(trigrams.length * rareShare);
    const common = new Set(trigrams.slice(split));
    const counts = this.#counts.fill(0, 0, this.#known.length);
    for (const trigram of trigrams.slice(0, split)) {
      const postings = postingsOf(trigram);
      for (let at = 0; at < postings.length; at += 1) (counts[postings[at] as number] as number) += 1;
    }
    for (let at = 0; at < this.#known.length; at += 1) {
      const rare = counts[at] as number;
      if (rare === 0) continue;
      const known = this.#known[at] as Known;
      const both = trigrams.length + known.trigrams.length;
      if (2 * (rare + common.size) < leastTitle * both) continue;
      let shared = rare;
      for (const trigram of known.trigrams) if (common.has(trigram)) shared += 1;
      const alike = (2 * shared) / both;
      if (alike >= leastTitle) yield [known, alike];
    }
    for (const at of this.#mainTitles.get(mainTitle(title)) ?? []) {
      const known = this.#known[at] as Known;
      if (lacksSubtitle(title, known.source.title ?? "")) yield [known, withoutSubtitle];
    }
  }
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function compare(candidate: Candidate, { key, source }: Known, title: number): Duplicate | undefined {
  if (differentEdition(candidate, source)) return undefined;
  const author = sameAuthors(candidate, source);
  const year = sameYear(candidate, source);
  // What neither says can't count; a short title alone proves nothing.
  const weight = weights.title + (author === undefined ? 0 : weights.author) + (year === undefined ? 0 : weights.year);
  if (author === undefined && year === undefined && (source.title ?? "").length < 30) return undefined;
  const score = (title * weights.title + (author ?? 0) * weights.author + (year ?? 0) * weights.year) / weight;
  if (score < threshold) return undefined;
  const agreeing = [author !== undefined && author >= 0.5 && "author", year === 1 && "year"].filter(Boolean);
  const also = agreeing.length > 0 ? `, the same ${agreeing.join(" and ")}` : "";
  return {
    key,
    reason: `${title > 0.99 ? "the same title" : "a very similar title"}${also}`,
    score: Math.round(score * 1000) / 1000,
  };
}
