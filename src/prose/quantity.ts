/** Reads one quantity from a place in a text: digits or a number word, scale, unit and “per what”. */
import { currencyCodes, currencySymbols, numberWords, scales, timeUnit, type Unit, unitOf } from "./units.ts";

export interface Quantity {
  readonly start: number;
  readonly end: number;
  /** As written, without scale and unit. */
  readonly digits: string;
  readonly value: number;
  /** The scale word or letter was written, as in `50K`. */
  readonly scaled: boolean;
  readonly unit: Unit | undefined;
  /** Canonical denominator: `month`, `s`, `Mtoken`, `100 request`; empty when there is none. */
  readonly per: string;
  /** Letters follow the digits that are neither scale nor unit: part of an identifier. */
  readonly broken: boolean;
}

/** Digits with thousands separators (comma, thin or no-break space, apostrophe) and a decimal point; `1½`, `10³`. */
export const digits = String.raw`[¼½¾⅐-⅞]|\d+[¼½¾⅐-⅞]|10[⁰¹²³⁴-⁹]+|\d{1,3}(?:[,\u00a0\u2009\u202f'’]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)*(?:[eE][-+]?\d+\b)?|\.\d+`;

const number = new RegExp(`(?:${digits})`, "y");
const gap = String.raw`(?:[ \u00a0\u2009\u202f]{0,3}| ?\n[ >]{0,8})`;
const scale = new RegExp(
  String.raw`(?:(?<letter>k|K|M|B|T|bn|mn)(?![\p{L}\p{N}])|(?:-|${gap})(?<word>hundred|thousand|million|billion|trillion)(?![\p{L}])|[ \u00a0](?<apart>bn|mn|K|M|B)(?= \p{Ll}))`,
  "yu",
);
const points = new RegExp(String.raw`${gap}-?percentage[ -]points?\b`, "y");
const perCent = new RegExp(String.raw`${gap}per cent\b`, "y");
const symbol = new RegExp(`${gap}(?<unit>%|×|°C)`, "y");
const worked = new RegExp(
  String.raw`(?:-|${gap})(?:(?<of>person|engineer|staff|GPU|CPU|node|core|[A-Z]+\d+)|consecutive|straight|working|business|calendar|full|whole|more|further|additional|extra|other)[- ](?<time>\p{L}+)`,
  "yu",
);
const word = new RegExp(String.raw`(?<gap>-|${gap})(?<unit>[\p{L}µμ]+)(?![\p{L}\p{N}])`, "yu");
const currencyBefore = new RegExp(
  `(?:${Object.keys(currencySymbols)
    .map((sign) => sign.replace("$", "\\$"))
    .join("|")}|(?<![\\p{L}])(?:${currencyCodes.join("|")})[ \\u00a0]?)$`,
  "u",
);

const perSlash =
  /(?:\s?\/\s?|\s+per\s+|-per-)(?:(?<count>\d[\d,]*)(?<letter>[KMB]\b)?\s*)?(?:(?<scale>million|thousand|M)\s+)?(?:(?<of>\p{L}+)[- ](?=(?:second|minute|hour|day|week|month|year)s?\b))?(?<what>\p{L}+)(?![\p{L}\p{N}])/uy;
const perArticle =
  /\s+(?:a|an|each|every)\s+(?:(?<scale>million|thousand|hundred)\s+)?(?:(?<of>input|output|GPU|CPU|person|engineer|node|working|business|calendar)[- ])?(?<what>\p{L}+)(?![\p{L}\p{N}])/uy;
const denominators = new Set(
  "token request query call user tenant seat person engineer team customer gpu node core account session document conversation".split(
    " ",
  ),
);

/** The quantity whose digits or number word begin at `at`. */
export function readQuantity(text: string, at: number, spelled?: string): Quantity | undefined {
  const digits = spelled ?? match(number, text, at)?.[0];
  if (digits === undefined) return undefined;
  const money = currencyBefore.exec(text.slice(Math.max(0, at - 8), at))?.[0];
  let end = at + digits.length;
  let value = numberWords.get(digits.toLowerCase()) ?? numberOf(digits);
  let scaled = false;
  const scaleWord = money && /^m(?![\p{L}\p{N}])/u.test(text.slice(end, end + 2)) ? "m" : match(scale, text, end)?.[0];
  if (scaleWord && !(spelled && scaleWord.length < 3)) {
    value *= scaleWord === "m" ? 1e6 : (scales[scaleWord.trim().replace("-", "")] ?? 1);
    end += scaleWord.length;
    scaled = true;
  }
  if (text[end] === "+") end++;
  let unit: Unit | undefined = money
    ? { name: currencySymbols[money.trim()] ?? money.trim(), kind: "currency" }
    : undefined;
  const found = readUnit(text, end, scaled);
  if (found && !unit) {
    unit = found.unit;
    end = found.end;
  }
  const broken =
    (/^s(?![\p{L}])/u.test(text.slice(end - 1, end + 1)) && /^(?:19|20)\d0$/.test(digits)) ||
    (!scaled && !found && /[\p{L}_]/u.test(text[end] ?? ""));
  const per = unit?.per ? { name: unit.per, end } : readPer(text, end);
  return {
    start: at - (money?.length ?? 0),
    end: per?.end ?? end,
    digits,
    value: Number(value.toPrecision(12)),
    scaled,
    unit,
    per: per?.name ?? "",
    broken,
  };
}

function numberOf(digits: string): number {
  const power = /^10([⁰¹²³⁴-⁹]+)$/.exec(digits)?.[1];
  if (power) return 10 ** Number(power.normalize("NFKC"));
  const fraction = /[¼½¾⅐-⅞]$/.exec(digits)?.[0];
  if (!fraction) return Number(digits.replace(/[^\d.eE+-]/g, ""));
  const [above = 0, below = 1] = fraction.normalize("NFKC").split("⁄").map(Number);
  return Number((Number(digits.slice(0, -1)) + above / below).toPrecision(4));
}

function readUnit(text: string, at: number, scaled: boolean): { unit: Unit; end: number } | undefined {
  const percentagePoints = match(points, text, at);
  if (percentagePoints) return { unit: { name: "pp", kind: "percentage" }, end: at + percentagePoints[0].length };
  const found = match(perCent, text, at) ?? match(symbol, text, at);
  if (found) return { unit: unitOf(found.groups?.["unit"] ?? "%") as Unit, end: at + found[0].length };
  const work = match(worked, text, at);
  const time = work && timeUnit(work.groups?.["time"] as string);
  if (work && time) {
    const of = work.groups?.["of"];
    return { unit: { name: of ? `${of.toLowerCase()} ${time}` : time, kind: "duration" }, end: at + work[0].length };
  }
  const plain = match(word, text, at);
  if (!plain) return undefined;
  const isAttached = plain.groups?.["gap"] === "" && !scaled;
  const name = plain.groups?.["unit"] as string;
  // “4-bit” names a number format, as INT4 does.
  if (plain.groups?.["gap"] === "-" && /^bits?$/.test(name)) return undefined;
  const unit = unitOf(name, isAttached);
  return unit && { unit, end: at + plain[0].length };
}

/** “a month”, “per GPU hour”, “/s”, “per million tokens”. */
export function readPer(text: string, at: number): { name: string; end: number } | undefined {
  const slash = match(perSlash, text, at);
  const found = slash ?? match(perArticle, text, at);
  if (!found?.groups) return undefined;
  const { count, letter, scale: size, of, what } = found.groups as Record<string, string | undefined>;
  if (
    /^(?:of|the|a|an|and|or|to|in|on)$/.test(what as string) ||
    (count && /\//.test(found[0]) && !/^1(?:,000)*$/.test(count))
  )
    return undefined;
  const thing = canonical(what as string);
  if (!slash && !timeUnit(what as string) && !denominators.has(thing) && thing !== "Mtoken") return undefined;
  const isMillion = size === "million" || size === "M" || (count === "1" && letter === "M") || count === "1,000,000";
  if (isMillion && thing === "token") return { name: "Mtoken", end: at + found[0].length };
  const amount = [
    count && `${count.replaceAll(",", "")}${letter ?? ""}`,
    size,
    of && timeUnit(what as string) && !/^(?:working|business|calendar)$/.test(of) ? of.toLowerCase() : "",
  ];
  return { name: [...amount, thing].filter(Boolean).join(" "), end: at + found[0].length };
}

function canonical(name: string): string {
  if (/^m(?:illion)?tok(?:ens?)?$/i.test(name)) return "Mtoken";
  const lower = timeUnit(name) ?? name.toLowerCase();
  if (lower === "queries") return "query";
  return lower.length > 3 && /[^s]s$/.test(lower) ? lower.slice(0, -1) : lower;
}

export function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
