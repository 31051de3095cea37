/** Figures that are phrases without a digit: fractions, multiples, ratios, dozens, orders of magnitude. */
import type { FigureKind } from "../model/figure.ts";

export interface Spelled {
  readonly kind: FigureKind;
  readonly numbers: readonly number[];
  readonly unit: string;
}

const ones = "one two three four five six seven eight nine ten".split(" ");
const parts = "half third quarter fifth sixth seventh eighth ninth tenth".split(" ");
const multiples: Readonly<Record<string, number>> = { doubl: 2, tripl: 3, quadrupl: 4, twice: 2, thrice: 3 };
const large: Readonly<Record<string, number>> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 };

const one = ones.join("|");
const part = parts.join("|");
const object = "(?=\\s+(?:the|its|their|our|your|this|that|as|what)\\b)";
const patterns: readonly (readonly [pattern: string, read: (words: readonly string[]) => Spelled])[] = [
  // “half of”, “a third of”, “two thirds”, “three-quarters”; “the second half”, “a third party” and “two quarters” of a year are none.
  ["half(?=\\s+(?:of|the)\\b)", () => percent(0.5)],
  [`(?:a|one)[\\s-](?:${part})(?=\\s+of\\b(?!\\s+20\\d))|one-(?:${part})`, ([, of]) => percent(1 / divisor(of))],
  [
    `(?:${one})(?:\\s(?:thirds|(?:quarters|fifths|sixths|eighths|tenths)(?=\\s+of\\b))|-(?:${part})s)`,
    ([many, of]) => percent(numberOf(many) / divisor(of?.replace(/s$/, ""))),
  ],
  [`(?:twice|thrice)${object}`, ([word]) => factor(multiples[word as string] as number)],
  [
    `(?:doubl|tripl|quadrupl)(?:e${object}|es|ed|ing)(?!\\s+(?:back|up|down|check|as)\\b)`,
    ([word]) => factor(multiples[(word as string).replace(/(?:es?|ed|ing)$/, "")] as number),
  ],
  [`hal(?:ve${object}|ves(?!\\s+of)|ved|ving)`, () => percent(0.5)],
  [
    `(?:${one})\\s(?:in|out\\sof)\\s(?:every\\s)?(?:${one}|twenty|hundred|thousand)(?![-\\p{L}])`,
    (words) => count(numberOf(words[0]), numberOf(words.at(-1))),
  ],
  [`(?:a|${one})\\sdozen(?!s)`, ([many]) => count(12 * numberOf(many))],
  [`(?:${one}|several)\\sorders\\sof\\smagnitude`, ([many]) => count(numberOf(many))],
  [`(?:${one})[\\s-]nines(?![-\\p{L}])`, ([many]) => count(numberOf(many))],
  // “$3 a million tokens” says what a price is for.
  [
    `a\\s(?:hundred|thousand|million|billion)(?!\\s+(?:(?:input|output)\\s)?tokens?\\b|[-\\p{L}]|\\s+(?:hundred|thousand|million|billion|times)\\b)`,
    ([, size]) => count(large[size as string] as number),
  ],
];

/** One alternative of a regular expression over prose; case is left to the caller. */
const whole = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${patterns.map(([pattern]) => `(${pattern})`).join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);
/** Turns nearly all text away; case by hand, since the flag `i` makes it slow. */
const hint =
  /[Hh]al[fv]|third|quarter|fifth|sixth|eighth|tenth|[Tt]wice|[Tt]hrice|[Dd]oubl|[Tt]ripl|[Qq]uadrupl|dozen|magnitude|nines|[Aa]\s(?:hundred|thousand|[mb]illion)|(?:ne|wo|ee|ur|ve|ix|en|ht)\s(?:in|out)\s/;

/** Where each phrase stands, and what it says. */
export function* spelledFigures(text: string): Generator<Spelled & { readonly start: number; readonly end: number }> {
  if (!hint.test(text)) return;
  for (const found of text.matchAll(whole)) {
    const which = found.slice(1).findIndex((group) => group !== undefined);
    const words = found[0].toLowerCase().split(/[\s-]+/);
    yield { ...(patterns[which]?.[1](words) as Spelled), start: found.index, end: found.index + found[0].length };
  }
}

const percent = (share: number): Spelled => ({
  kind: "percentage",
  numbers: [Number((100 * share).toPrecision(4))],
  unit: "%",
});
const factor = (times: number): Spelled => ({ kind: "factor", numbers: [times], unit: "x" });
const count = (...numbers: number[]): Spelled => ({ kind: "count", numbers, unit: "" });
const numberOf = (word = ""): number =>
  large[word] ?? (word === "a" ? 1 : word === "twenty" ? 20 : ones.indexOf(word) + 1);
const divisor = (word = ""): number => (word === "half" ? 2 : parts.indexOf(word) + 2);
