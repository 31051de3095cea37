/** A reading as compact plain data, and back: spans are numbers in a row, and text that stands elsewhere is not repeated. */
import type { Figure } from "../model/figure.ts";
import type { Block, Citation, Directive, Reading } from "../model/reading.ts";

const blockKinds: readonly Block["kind"][] = ["paragraph", "item", "row", "heading"];
const forms: readonly Directive["form"][] = ["text", "leaf", "container"];

type Optional = string | 0;
type StoredItem = [key: string, start: number, end: number, fact: Optional, prefix: Optional, suffix: Optional];

export type StoredFigure = readonly [
  kind: Figure["kind"],
  start: number,
  end: number,
  numbers: readonly number[],
  unit: string,
  per: string,
  noun: string,
  moments: Figure["moments"],
];

export interface StoredReading {
  /** Where spaces stand instead of the text, on one line each: start and length. */
  readonly k: readonly number[];
  readonly w: number;
  /** Kind, start, end. */
  readonly b: readonly number[];
  /** Start, end, words, block. */
  readonly s: readonly number[];
  readonly c?: readonly (readonly [narrative: 0 | 1, start: number, end: number, items: readonly StoredItem[]])[];
  readonly f?: readonly StoredFigure[];
  readonly d?: readonly (readonly [
    form: number,
    name: string,
    label: string,
    start: number,
    end: number,
    attributes: Directive["attributes"] | 0,
  ])[];
  readonly h?: Reading["headings"];
  readonly l?: Reading["links"];
  readonly o?: Reading["comments"];
}

export function storeReading(reading: Reading, text: string): StoredReading {
  return {
    k: blanksOf(text, reading.masked),
    w: reading.words,
    b: reading.blocks.flatMap(({ kind, span }) => [blockKinds.indexOf(kind), span.start, span.end]),
    s: reading.sentences.flatMap(({ span, words, block }) => [span.start, span.end, words, block]),
    c: some(
      reading.citations.map(
        ({ narrative, span, items }) => [narrative ? 1 : 0, span.start, span.end, items.map(storeItem)] as const,
      ),
    ),
    f: some(reading.figures.map(storeFigure)),
    d: some(
      reading.directives.map(
        ({ form, name, label, span, attributes }) =>
          [forms.indexOf(form), name, label, span.start, span.end, isEmpty(attributes) ? 0 : attributes] as const,
      ),
    ),
    h: some(reading.headings),
    l: some(reading.links),
    o: some(reading.comments),
  } as StoredReading;
}

export const storeFigure = (f: Figure): StoredFigure => [
  f.kind,
  f.span.start,
  f.span.end,
  f.numbers,
  f.unit,
  f.per,
  f.noun,
  f.moments,
];
export const unstoreFigure = (
  [kind, start, end, numbers, unit, per, noun, moments]: StoredFigure,
  text: string,
): Figure => ({
  kind,
  span: { start, end },
  text,
  numbers,
  unit,
  per,
  noun,
  moments,
});
const storeItem = ({ key, span, fact, prefix, suffix }: Citation["items"][number]): StoredItem => [
  key,
  span.start,
  span.end,
  fact ?? 0,
  prefix ?? 0,
  suffix ?? 0,
];

/** A reading that is unpacked where somebody looks: of most files nobody asks more than what they cite. */
export class PackedReading implements Reading {
  #masked: string | undefined;
  #blocks: Reading["blocks"] | undefined;
  #sentences: Reading["sentences"] | undefined;
  #citations: Reading["citations"] | undefined;
  #figures: Reading["figures"] | undefined;
  #directives: Reading["directives"] | undefined;

  constructor(
    readonly packed: StoredReading,
    readonly text: string,
  ) {}

  get words() {
    return this.packed.w;
  }
  get headings() {
    return this.packed.h ?? none;
  }
  get links() {
    return this.packed.l ?? none;
  }
  get comments() {
    return this.packed.o ?? none;
  }
  get masked() {
    this.#masked ??= masked(this.text, this.packed.k);
    return this.#masked;
  }
  get blocks() {
    this.#blocks ??= inGroups(this.packed.b, 3, (b, at) => ({
      kind: blockKinds[n(b, at)] as Block["kind"],
      span: { start: n(b, at + 1), end: n(b, at + 2) },
    }));
    return this.#blocks;
  }
  get sentences() {
    this.#sentences ??= inGroups(this.packed.s, 4, (s, at) => ({
      span: { start: n(s, at), end: n(s, at + 1) },
      words: n(s, at + 2),
      block: n(s, at + 3),
    }));
    return this.#sentences;
  }
  get citations() {
    this.#citations ??= (this.packed.c ?? none).map(([narrative, start, end, items]) => ({
      items: items.map(unstoreItem),
      narrative: narrative === 1,
      span: { start, end },
    }));
    return this.#citations;
  }
  get figures() {
    this.#figures ??= (this.packed.f ?? none).map((one) => unstoreFigure(one, this.text.slice(one[1], one[2])));
    return this.#figures;
  }
  get directives() {
    this.#directives ??= (this.packed.d ?? none).map(([form, name, label, start, end, attributes]) => ({
      form: forms[form] as Directive["form"],
      name,
      label,
      attributes: attributes || {},
      span: { start, end },
    }));
    return this.#directives;
  }
}

const none: readonly never[] = [];

function inGroups<T>(
  numbers: readonly number[],
  size: number,
  make: (numbers: readonly number[], at: number) => T,
): T[] {
  const made: T[] = [];
  for (let at = 0; at < numbers.length; at += size) made.push(make(numbers, at));
  return made;
}

const unstoreItem = ([key, start, end, fact, prefix, suffix]: StoredItem): Citation["items"][number] => ({
  key,
  ...(fact === 0 ? {} : { fact }),
  ...(prefix === 0 ? {} : { prefix }),
  ...(suffix === 0 ? {} : { suffix }),
  span: { start, end },
});

/** Start and length of each run of spaces that stands for something else. */
function blanksOf(text: string, masked: string): number[] {
  return [...masked.matchAll(/ +/g)].flatMap(({ 0: run, index }) =>
    text.startsWith(run, index) ? [] : [index, run.length],
  );
}

function masked(text: string, blanks: readonly number[]): string {
  let out = "";
  let from = 0;
  for (let at = 0; at < blanks.length; at += 2) {
    const start = n(blanks, at);
    out += text.slice(from, start) + " ".repeat(n(blanks, at + 1));
    from = start + n(blanks, at + 1);
  }
  return out + text.slice(from);
}

const n = (numbers: readonly number[], at: number) => numbers[at] as number;
export const some = <T>(list: readonly T[]) => (list.length === 0 ? undefined : list);
const isEmpty = (record: object) => Object.keys(record).length === 0;
