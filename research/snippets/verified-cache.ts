export type DataClass = "public" | "internal" | "confidential" | "restricted";

export interface Query {
  readonly tenant: string;
  readonly dataClass: DataClass;
  readonly model: string;
  readonly text: string;
}

export type Embed = (text: string) => readonly number[];
/** Says whether the stored answer also answers the new question. */
export type Verify = (asked: string, stored: { text: string; answer: string }) => boolean;

// #region cache
interface Entry {
  readonly vector: readonly number[];
  readonly text: string;
  readonly answer: string;
}

export type Lookup = { hit: true; answer: string } | { hit: false; why: "barred" | "far" | "refused" };

const cosine = (a: readonly number[], b: readonly number[]): number => {
  const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, v, i) => sum + v * (y[i] ?? 0), 0);
  return dot(a, b) / (Math.sqrt(dot(a, a) * dot(b, b)) || 1);
};

/** Nearness proposes, the verifier decides, and no partition sees another's entries. */
export class VerifiedCache {
  readonly #partitions = new Map<string, Entry[]>();

  constructor(
    private readonly embed: Embed,
    private readonly verify: Verify,
    private readonly near = 0.95,
  ) {}

  #partition(query: Query): Entry[] | undefined {
    if (query.dataClass === "restricted") return undefined;
    const key = JSON.stringify([query.tenant, query.dataClass, query.model]);
    const found = this.#partitions.get(key) ?? [];
    this.#partitions.set(key, found);
    return found;
  }

  get(query: Query): Lookup {
    const partition = this.#partition(query);
    if (!partition) return { hit: false, why: "barred" };
    const vector = this.embed(query.text);
    const scored = partition.map((entry) => ({ entry, score: cosine(vector, entry.vector) }));
    const best = scored.reduce<(typeof scored)[number] | undefined>(
      (a, b) => (a && a.score >= b.score ? a : b),
      undefined,
    );
    if (!best || best.score < this.near) return { hit: false, why: "far" };
    return this.verify(query.text, best.entry)
      ? { hit: true, answer: best.entry.answer }
      : { hit: false, why: "refused" };
  }

  put(query: Query, answer: string): void {
    this.#partition(query)?.push({ vector: this.embed(query.text), text: query.text, answer });
  }
}
// #endregion cache
