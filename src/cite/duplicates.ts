/** Finds the source that a candidate repeats: by identifier, otherwise by title, author and year. */
import type { Source } from "../model/source.ts";
import { arxivOf } from "./identifiers.ts";
import { identitiesOf } from "./identities.ts";
import { areApart, differentEdition, sameAuthors, sameYear, type Work, workOf } from "./likeness.ts";
import { Signatures } from "./trigrams.ts";

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
/** Likeness of a title to itself with a subtitle. */
const withoutSubtitle = 0.95;
/** A shorter title proves nothing without an author or a year. */
const tellingTitle = 30;
const weights = { title: 0.6, author: 0.25, year: 0.15 };

interface Known {
  readonly key: string;
  readonly source: Candidate;
  readonly work: Work;
}

/** Works of one year that all have a DOI of their own, or all have none: whole shelves are told apart at once. */
interface Shelf extends Pick<Work, "year" | "published"> {
  readonly known: Known[];
  readonly signatures: Signatures;
}

/** An index that grows: build once, ask often, add what was accepted. */
export class DuplicateIndex {
  readonly #shelves = new Map<string, Shelf>();
  readonly #identities = new Map<string, Known>();
  /** For each title before its colon. */
  readonly #mainTitles = new Map<string, Known[]>();

  constructor(sources: Iterable<readonly [key: string, source: Candidate]> = []) {
    for (const [key, source] of sources) this.add(key, source);
  }

  add(key: string, source: Candidate): void {
    const known = { key, source, work: workOf(source) };
    const { year, published, trigrams, mainTitle } = known.work;
    const name = `${year} ${published}`;
    const shelf = this.#shelves.get(name) ?? { year, published, known: [], signatures: new Signatures() };
    this.#shelves.set(name, shelf);
    shelf.known.push(known);
    shelf.signatures.add(trigrams);
    for (const identity of identitiesOf(source).keys())
      if (!this.#identities.has(identity)) this.#identities.set(identity, known);
    const same = this.#mainTitles.get(mainTitle);
    if (same) same.push(known);
    else if (mainTitle !== "") this.#mainTitles.set(mainTitle, [known]);
  }

  /** The source that the candidate most probably repeats. */
  find(candidate: Candidate): Duplicate | undefined {
    for (const [identity, name] of identitiesOf(candidate)) {
      const known = this.#identities.get(identity);
      // Papers of one volume may share its address; their DOIs tell them apart.
      const shared = identity.startsWith("url:") && candidate.DOI && known?.source.DOI && !arxivOf(candidate.DOI);
      if (known && !shared) return { key: known.key, reason: `the same ${name}`, score: 1 };
    }
    const work = workOf(candidate);
    let best: Duplicate | undefined;
    for (const [known, title] of this.#alike(work)) {
      const found = compare(work, known, title);
      if (found && found.score > (best?.score ?? 0)) best = found;
    }
    return best;
  }

  /** Known sources with a title alike, with the likeness: Dice's coefficient over trigrams. */
  *#alike(work: Work): Generator<[Known, number]> {
    const trigrams = new Set(work.trigrams);
    for (const shelf of this.#shelves.values()) {
      if (areApart(work, shelf)) continue;
      const shareable = shelf.signatures.shareable(work.trigrams);
      for (const [at, known] of shelf.known.entries()) {
        const both = trigrams.size + known.work.trigrams.length;
        if (both === 0 || 2 * shareable(at) < leastTitle * both) continue;
        let shared = 0;
        for (const trigram of known.work.trigrams) if (trigrams.has(trigram)) shared += 1;
        const alike = (2 * shared) / both;
        if (alike >= leastTitle) yield [known, alike];
      }
    }
    for (const known of this.#mainTitles.get(work.mainTitle) ?? [])
      if (!work.hasSubtitle || !known.work.hasSubtitle) yield [known, withoutSubtitle];
  }
}

function compare(candidate: Work, { key, work }: Known, title: number): Duplicate | undefined {
  if (differentEdition(candidate, work)) return undefined;
  const author = sameAuthors(candidate, work);
  const year = sameYear(candidate, work);
  // What neither says can't count.
  const weight = weights.title + (author === undefined ? 0 : weights.author) + (year === undefined ? 0 : weights.year);
  if (author === undefined && year === undefined && work.titleLength < tellingTitle) return undefined;
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
