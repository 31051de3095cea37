/**
 * Finds the figures of a text.
 *
 * A figure is every number in digits, with its scale (`16M`, `1.6bn`, `16 million`), unit (`%`, `x`, `USD`, `minutes`,
 * `GB`) and denominator (`/month`, `a day`, `per million tokens`), unless it is one of these:
 *
 * - part of an identifier, joined to letters: `H100`, `v1.2`, `GPT-4`, `HTTP/2`, `LLM06`, `5xx`, `3D`, `4-bit`, `#12`;
 * - part of a name or locator in front of it: `SOC 2`, `TLS 1.3`, `Art. 5(1)(f)`, `section 3`, `Sonnet 4`, `Top 10`, and
 *   the numbers joined to it (`Articles 12 and 14`), as long as no unit of measure follows;
 * - a version or address with two or more points, a DOI, an ordinal, a decade, a number with a leading zero, `24/7`,
 *   the number of a list or heading at the start of a line;
 * - a year without “in”, “since”, “by”, … before it (“the 2026 edition”), or a date that names a version.
 *
 * Number words are figures only before a scale or a unit of time, money, data, percent, times or -fold (“four minutes”,
 * “two million”, “tenfold”) and in the phrases of `spelled.ts` (“two thirds”, “twice the price”, “one in five”); `three regions`,
 * `one day` and `hundreds of users` are not. Dates and times of day are figures. Two numbers
 * joined by a dash, “to”, or “between … and” are one figure with two ends; the unit behind the second belongs to both.
 */
import type { Figure } from "../model/figure.ts";
import { monthNames, readMoments } from "./dates.ts";
import { asciiDigits } from "./digits.ts";
import { countsSomething, isNamed, joinsNames, versionAfter, versionBefore } from "./names.ts";
import { digits, match, type Quantity, readPer, readQuantity } from "./quantity.ts";
import { spelledFigures } from "./spelled.ts";
import { type FigureKind, numberWords, scales, type Unit, unitOf } from "./units.ts";

export type { Figure };

// ASCII and case by hand: with the flags `i` and `u` this, the one pass over all text, takes four times as long.
const eitherCase = (word: string) => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}`;
const simple = [...numberWords.keys()].filter((word) => !word.includes("-")).sort((a, b) => b.length - a.length);
const words = `(?:${simple.map(eitherCase).join("|")})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?`;
const candidates = new RegExp(
  `(?<number>${digits})|\\b(?:(?<month>${monthNames})|(?<word>${words})(?<fold>fold)?)\\b`,
  "g",
);
const spelledNumber = new RegExp(`(?:${words})(?![\\p{L}-])`, "uy");
const wordAfter = /[-\s]{1,3}(?<next>[A-Za-z]+)/y;
const rangeJoin = /(?:-|–|‑|—(?=\d)|\s+[-–]\s+|\s+to\s+|-to-)(?=[$€£¥\d.]|USD |EUR |[a-z]+[ -])/y;
const betweenJoin = /\s+and\s+/y;
const nounWord =
  /[-\s]{1,3}(?!(?:a|an|the|and|or|of|in|on|at|to|for|by|per|with|from|than|is|are|was|were|as|that|which|each|every|it|its|when|while|but|if|so)\b)(?<noun>\p{L}[\p{L}\p{N}'’-]*)/uy;
const attachedName = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}]*(?:[-_/.:+&#‑][\p{L}\p{N}]+)*[-_/.:+&#‑]$|[\p{L}_#^]$/u;
const joinedPrefix = /(?<![\p{L}\p{N}])(?:sub|under|over|pre|post|mid|non|USD|EUR|GBP|CHF)-?$/u;
const yearBefore = /\b(?:in|since|by|until|till|before|after|from|during|through|early|late|mid|to)[\s-]+$/i;

/** Every figure of `text`, in order. `bare`: the text is an entry of a fact's figures, where every number counts. */
export function findFigures(written: string, bare = false): Figure[] {
  const text = asciiDigits(written);
  const figures: Figure[] = [];
  // “a third” of a fact's figures needs no “of” behind it.
  const phrases = [...spelledFigures(bare ? `${text} of` : text)];
  if (!bare && phrases.length === 0 && !/[\d¼½¾⅐-⅞]|-?fold|[a-z](?:ve|ne|wo|ro|ree|our|ix|ght|en|ty)\b/i.test(text))
    return figures;
  const takePhrases = (until: number) => {
    for (let next = phrases[0]; next && next.start <= until; next = phrases[0]) {
      phrases.shift();
      const { start, end, kind, ...more } = next;
      if (start < (figures.at(-1)?.span.end ?? 0)) continue;
      figures.push(figure(text, start, end, kind, more));
      candidates.lastIndex = Math.max(candidates.lastIndex, end);
    }
  };
  /** Where the last number that is part of a name ended. */
  let named = -1;
  candidates.lastIndex = 0;
  for (let found = candidates.exec(text); found; found = candidates.exec(text)) {
    const at = found.index;
    takePhrases(at);
    if (at < (figures.at(-1)?.span.end ?? 0)) continue;
    const { month, word, fold } = found.groups as Record<string, string | undefined>;
    const before = text.slice(Math.max(0, at - 60), at);
    const reading =
      month && /^\p{Ll}/u.test(month) ? undefined : read(text, at, before, named, { month, word, fold, bare });
    if (!reading) continue;
    if ("skip" in reading) named = reading.skip;
    else figures.push(...reading.figures);
    candidates.lastIndex = Math.max(candidates.lastIndex, reading.end);
  }
  takePhrases(text.length);
  if (text === written) return figures;
  return figures.map((one) => ({ ...one, text: written.slice(one.span.start, one.span.end) }));
}

type Read = { figures: readonly Figure[]; end: number } | { skip: number; end: number };
interface Found {
  readonly month: string | undefined;
  readonly word: string | undefined;
  readonly fold: string | undefined;
  readonly bare: boolean;
}

function read(
  text: string,
  at: number,
  before: string,
  named: number,
  { month, word, fold, bare }: Found,
): Read | undefined {
  const skip = (end: number, isName = false): Read => ({ skip: isName ? end : -1, end });
  if (fold && word)
    return {
      figures: [
        figure(text, at, at + word.length + 4, "factor", {
          numbers: [numberWords.get(word.toLowerCase()) as number],
          unit: "x",
        }),
      ],
      end: at + word.length + 4,
    };
  if (!month && !word && /[^\s(]$/.test(before.slice(-1)) && attachedName.test(before) && !joinedPrefix.test(before))
    return skip(identifierEnd(text, at));
  if (word && !bare && !measures(text, at + word.length)) return undefined;
  const date = word ? undefined : readMoments(text, at);
  if (date) {
    const after = text.slice(date.end, date.end + 20);
    const isVersion =
      date.iso &&
      (versionBefore.test(before) ||
        versionAfter.test(after) ||
        isNamed(before, "1.0", "") ||
        joins(text, named, at, date.end));
    if (isVersion && !bare) return skip(date.end, true);
    return { figures: [figure(text, at, date.end, "date", { moments: date.moments })], end: date.end };
  }
  if (month) return undefined;
  const first = readQuantity(text, at, word);
  if (!first) return undefined;
  const raw = first.digits;
  if (first.broken || isNoFigure(text, at, raw, before)) return skip(identifierEnd(text, at));
  const range = readRange(text, first, before);
  const ends: readonly Quantity[] = range ?? [first];
  const last = ends.at(-1) as Quantity;
  const unit = last.unit ?? first.unit;
  const isWord = word !== undefined && !bare && !first.scaled;
  if (isWord && (unit === undefined || unit.kind === "rate" || (!range && isIdiom(word, unit)))) return undefined;
  if (!unit) {
    const year = !range && !first.scaled && /^(?:19|20)\d\d$/.test(raw);
    const after = text.slice(last.end, last.end + 40);
    if (
      !bare &&
      (isNamed(before, raw, after) || joins(text, named, at, last.end) || /^\s(?:CFR|U\.?S\.?C)\b/.test(after))
    )
      return skip(last.end, true);
    if (!bare && first.scaled && text[first.end - 1] === "B" && named >= 0 && /^\s$/.test(text.slice(named, at)))
      return skip(last.end, true); // “Llama 3.1 8B”
    if (year) return readYear(text, at, before, after, bare);
  }
  const noun = unit ? { noun: "", per: last.per, end: last.end } : readNoun(text, last);
  const numbers = spread(ends).map((value) => Math.abs(value));
  const kind = unit?.kind ?? (noun.per ? "rate" : "count");
  return {
    figures: [
      figure(text, first.start, noun.end, kind, { numbers, unit: unit?.name ?? "", per: noun.per, noun: noun.noun }),
    ],
    end: noun.end,
  };
}

/** “one day” and “one bit” count nothing; “one percent” and “one dollar” do. */
const isIdiom = (word: string, { kind }: Unit): boolean =>
  /^one$/i.test(word) && !/^(?:percentage|currency)$/.test(kind);

/** Whether a unit, a scale or “to” follows a number word; most number words are none, so they are turned away first. */
function measures(text: string, at: number): boolean {
  const next = match(wordAfter, text, at)?.groups?.["next"];
  return next === undefined
    ? /^\s*[%×]/.test(text.slice(at, at + 4))
    : next === "to" ||
        next === "per" ||
        next === "percentage" ||
        Object.hasOwn(scales, next) ||
        unitOf(next) !== undefined ||
        unitOf(match(wordAfter, text, at + next.length + 1)?.groups?.["next"] ?? "") !== undefined;
}

function figure(text: string, start: number, end: number, kind: FigureKind, more: Partial<Figure>): Figure {
  return {
    kind,
    span: { start, end },
    text: text.slice(start, end),
    numbers: [],
    unit: "",
    per: "",
    noun: "",
    moments: [],
    ...more,
  };
}

/** Whether a number goes on with a list of locators; “section 3, 5 of 6 runs” and “SOC 2 and 30 teams” don't. */
function joins(text: string, named: number, at: number, end: number): boolean {
  if (named < 0 || named >= at || at - named > 24 || !joinsNames.test(text.slice(named, at))) return false;
  const after = text.slice(end, end + 30);
  return !/^\s+(?:of|out)\b/.test(after) && !countsSomething(after);
}

/** The end of the run of letters, digits and joints around `at`. */
function identifierEnd(text: string, at: number): number {
  return at + (match(/[\p{L}\p{N}]+(?:[-_/.:+#][\p{L}\p{N}]+)*/uy, text, at)?.[0].length ?? 1);
}

function isNoFigure(text: string, at: number, raw: string, before: string): boolean {
  if (/^\d+\.\d+\.\d/.test(raw) || /^0\d\d/.test(raw)) return true;
  if (/^10\.\d{4,9}$/.test(raw) && text[at + raw.length] === "/") return true; // a DOI
  if (/^-bits?\b/.test(text.slice(at + raw.length, at + raw.length + 6))) return true;
  if (raw === "24" && /^\/7\b/.test(text.slice(at + 2, at + 5))) return true;
  if (raw === "7" && /\b24\/$/.test(before)) return true;
  return /^\d/.test(raw) && /^[.)]\s/.test(text.slice(at + raw.length, at + raw.length + 2)) && startsBlock(text, at);
}

/** Whether nothing but markup stands before `at` in its block. */
function startsBlock(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && " \t#>".includes(text[start - 1] as string)) start--;
  return start === 0 || /\n[ \t]{0,40}\n$/.test(text.slice(Math.max(0, start - 42), start));
}

function readYear(text: string, at: number, before: string, after: string, bare: boolean): Read {
  const end = at + 4;
  const year = Number(text.slice(at, end));
  const quarter = /\b([QH][1-4])\s+$/.exec(before)?.[1];
  const date = figure(text, at, end, "date", { moments: [{ year, ...(quarter ? { quarter } : {}) }] });
  if (bare) return { figures: [date, figure(text, at, end, "count", { numbers: [year] })], end };
  if (quarter || yearBefore.test(before)) return { figures: [date], end };
  const counts =
    countsSomething(after) &&
    !/(?:[’']s|\b(?:the|its|their|this|that|our|of|and|a)|\p{Lu}[\p{L}\p{N}]*|\()\s*$/u.test(before);
  return counts ? { figures: [figure(text, at, end, "count", { numbers: [year] })], end } : { skip: end, end };
}

/** Both ends of a range, or nothing. */
function readRange(text: string, first: Quantity, before: string): readonly [Quantity, Quantity] | undefined {
  const join =
    match(rangeJoin, text, first.end) ??
    (/\bbetween\s+(?:[$€£]|USD )?$/i.test(before) ? match(betweenJoin, text, first.end) : undefined);
  if (!join) return undefined;
  let at = first.end + join[0].length;
  const sign = match(/US\$|[$€£¥]|(?:USD|EUR|GBP) /y, text, at)?.[0] ?? "";
  at += sign.length;
  const spelled = match(spelledNumber, text, at)?.[0];
  if (!spelled && !/[\d.]/.test(text[at] ?? "")) return undefined;
  const second = readQuantity(text, at, spelled);
  if (!second || second.broken || /^[-./:]?\d/.test(text.slice(second.end, second.end + 2)) || readMoments(text, at))
    return undefined;
  if (sign && first.unit?.kind !== "currency") return undefined;
  if (
    first.unit &&
    first.unit.name !== (second.unit?.name ?? (sign ? "" : first.unit.kind === "currency" ? first.unit.name : ""))
  )
    return undefined;
  return [first, second];
}

/** The values of a quantity or a range; `40-50K` scales both ends. */
function spread(ends: readonly Quantity[]): number[] {
  const [first, second] = ends;
  if (!first) return [];
  if (!second) return [first.value];
  const isShared = second.scaled && !first.scaled && first.value < 1000;
  const shared = isShared ? 10 ** (3 * Math.floor(Math.log10(second.value) / 3)) : 1;
  return [Number((first.value * shared).toPrecision(12)), second.value];
}

/** Up to three words that say what is counted, and a denominator behind any of them. */
function readNoun(text: string, { end, per }: Quantity): { noun: string; per: string; end: number } {
  if (per) return { noun: "", per, end };
  let at = end;
  let noun = "";
  for (let words = 0; words < 3; words++) {
    const found = match(nounWord, text, at);
    if (!found) break;
    at += found[0].length;
    noun = noun ? `${noun} ${found.groups?.["noun"]}` : (found.groups?.["noun"] as string);
    const rate = readPer(text, at);
    if (rate) return { noun, per: rate.name, end: rate.end };
  }
  return { noun: noun.split(" ")[0] ?? "", per: "", end };
}
