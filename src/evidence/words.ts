/** The words of a text as fingerprints see them: NFKC, lower case, runs of letters, marks and digits. */

/** Words as stretches of `text`, each with a 32-bit hash, so that a window over them needs no strings. */
export interface Words {
  /** The normalised text that the offsets are of. */
  readonly text: string;
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly hashes: Uint32Array;
}

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
const separator = 1;
const letter = 2;
/** What each UTF-16 unit is; filled when first met, since asking a regular expression is the slow part. */
const kinds = new Uint8Array(65_536);

export function wordsOf(raw: string): Words {
  const text = raw.normalize("NFKC").toLowerCase();
  const most = (text.length >> 1) + 1;
  const starts = new Uint32Array(most);
  const ends = new Uint32Array(most);
  const hashes = new Uint32Array(most);
  let count = 0;
  let start = -1;
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const kind = kinds[unit] || kindOf(unit, text, at);
    if (kind === letter) {
      if (start < 0) {
        start = at;
        hash = 0x811c9dc5;
      }
      hash = Math.imul(hash ^ unit, 0x01000193);
    } else if (start >= 0) {
      starts[count] = start;
      ends[count] = at;
      hashes[count++] = scatter(hash);
      start = -1;
    }
  }
  if (start >= 0) {
    starts[count] = start;
    ends[count] = text.length;
    hashes[count++] = scatter(hash);
  }
  return { text, count, starts, ends, hashes };
}

/** The words from `from` on, `length` of them, with one space between: what SHA-256 is taken of. */
export function joined({ text, starts, ends }: Words, from: number, length: number): string {
  const words = new Array<string>(length);
  for (let at = 0; at < length; at += 1) words[at] = text.slice(starts[from + at], ends[from + at]);
  return words.join(" ");
}

function kindOf(unit: number, text: string, at: number): number {
  // Half of a pair is judged with the other half, and is not remembered.
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const first = unit >= 0xdc00 ? at - 1 : at;
    return wordCharacter.test(text.slice(Math.max(first, 0), first + 2)) ? letter : separator;
  }
  const kind = wordCharacter.test(String.fromCharCode(unit)) ? letter : separator;
  kinds[unit] = kind;
  return kind;
}

/** Spreads the bits, so that like words have unlike hashes. */
function scatter(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
