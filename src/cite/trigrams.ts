/** Trigrams of a title's words: the measure of likeness that forgives a typing error. */

/** Lower-case words without accents, markup or punctuation. */
export function titleWords(title: string): string[] {
  const bare = title
    .slice(0, 1000)
    .replace(/<\/?[a-z][^<>]*>/gi, "")
    .toLowerCase();
  if (/^[\x20-\x7e]*$/.test(bare)) return bare.replaceAll("'", "").match(/[a-z0-9]+/g) ?? [];
  const plain = bare.normalize("NFKD").toLowerCase();
  return plain.replace(/\p{M}|['’]/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The distinct trigrams as numbers; words are set off by spaces. Different trigrams of rare letters may share a number. */
export function trigramsOf(words: readonly string[]): number[] {
  if (words.length === 0) return [];
  const text = ` ${words.join(" ")} `;
  const found = new Set<number>();
  for (let at = 0; at + 2 < text.length; at += 1)
    found.add(((text.charCodeAt(at) * 8191 + text.charCodeAt(at + 1)) * 8191 + text.charCodeAt(at + 2)) | 0);
  return [...found];
}

/**
 * Signatures of many sets of trigrams, eight words of 32 bits each: a bit that one has and the other lacks is a trigram that they
 * do not share. That turns nearly all pairs away without looking at their trigrams.
 */
export class Signatures {
  #words = new Uint32Array(8192);
  #count = 0;

  add(trigrams: readonly number[]): void {
    if ((this.#count + 1) * size > this.#words.length) {
      const wider = new Uint32Array(this.#words.length * 2);
      wider.set(this.#words);
      this.#words = wider;
    }
    write(trigrams, this.#words, this.#count * size);
    this.#count += 1;
  }

  /** For each set, the most trigrams that it can share with these. */
  shareable(trigrams: readonly number[]): (at: number) => number {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = write(trigrams, new Uint32Array(size), 0);
    const words = this.#words;
    return (at) => {
      const from = at * size;
      const lacking =
        bits(a & ~(words[from] as number)) +
        bits(b & ~(words[from + 1] as number)) +
        bits(c & ~(words[from + 2] as number)) +
        bits(d & ~(words[from + 3] as number)) +
        bits(e & ~(words[from + 4] as number)) +
        bits(f & ~(words[from + 5] as number)) +
        bits(g & ~(words[from + 6] as number)) +
        bits(h & ~(words[from + 7] as number));
      return trigrams.length - lacking;
    };
  }
}

const size = 8;

function write(trigrams: readonly number[], words: Uint32Array, from: number): Uint32Array {
  for (const trigram of trigrams) {
    const bit = Math.imul(trigram, 0x9e3779b1) >>> 24;
    const at = from + (bit >>> 5);
    words[at] = (words[at] as number) | (1 << (bit & 31));
  }
  return words;
}

/** How many bits of a word of 32 are set. */
function bits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
