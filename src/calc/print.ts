/**
 * How a figure reads in a sentence: `USD 3.20 per million tokens`, `600,000 requests per month`, `35 %`. One form
 * everywhere: the ISO currency code first (a `$` starts a formula in many Markdown readers), units in words.
 */
import { clean } from "./quantity.ts";
import type { Unit } from "./unit.ts";

export interface Format {
  readonly unit: Unit;
  /** A share, printed times a hundred with `%`. */
  readonly percent: boolean;
  /** Digits after the point; otherwise three significant digits, or every digit of a declared figure. */
  readonly digits?: number;
  /** A declared figure is printed as it was written. */
  readonly declared: boolean;
}

type Part = Unit["parts"][number];

/** A value in its unit as a reader sees it. */
export function print(value: number, format: Format): string {
  return inWords(digitsOf(value, format), format);
}

/** A range with its unit said once: `USD 1.50 to 6 per hour`, `10 to 80 %`; empty without ends. */
export function printRange(low: number | undefined, high: number | undefined, format: Format): string {
  if (low === undefined && high === undefined) return "";
  if (low === undefined) return `up to ${print(high as number, format)}`;
  if (high === undefined) return `from ${print(low, format)}`;
  return inWords(`${digitsOf(low, format)} to ${digitsOf(high, format)}`, format);
}

function inWords(digits: string, { unit, percent }: Pick<Format, "unit" | "percent">): string {
  const over = unit.parts.filter((part) => part.power > 0);
  const under = unit.parts.filter((part) => part.power < 0);
  const number = percent ? `${digits} %` : digits;
  if (unit.parts.some((part) => Math.abs(part.power) !== 1) || (over.length > 1 && !over.every(joins)))
    return `${number} ${unit.text}`;
  return [measured(number, over), ...under.map((part) => `per ${singular(part)}`)].join(" ");
}

/** The unit alone, for the head of a column or an axis: `USD per million tokens`, `%`, or nothing. */
export function unitLabel({ unit, percent }: Pick<Format, "unit" | "percent">): string {
  return inWords("#", { unit, percent }).replace("#", "").replace(/\s+/g, " ").trim();
}

function measured(number: string, over: readonly Part[]): string {
  const [only] = over;
  if (only === undefined) return number;
  if (over.length > 1) return `${number} ${over.map((part) => part.unit.one).join("-")}${number === "1" ? "" : "s"}`;
  const { one, many, scale, currency } = only.unit;
  if (currency) return [one, number, scale].filter(Boolean).join(" ");
  return [number, scale, number === "1" && !scale ? one : many].filter(Boolean).join(" ");
}

const singular = ({ unit }: Part): string => [unit.scale, unit.one].filter(Boolean).join(" ");

/** Units that read as one word with hyphens: `12 GPU-hours`. */
const joins = ({ unit }: Part): boolean => !unit.currency && unit.scale === undefined && /[a-zA-Z]{3}/.test(unit.one);

function digitsOf(exact: number, { unit, percent, digits, declared }: Format): string {
  const value = clean(percent ? exact * 100 : exact);
  const money = !percent && unit.parts.some((part) => part.power === 1 && part.unit.currency);
  const size = Math.abs(value);
  let text: string;
  if (digits !== undefined) text = value.toFixed(Math.min(digits, 12));
  else if (declared) text = plain(Number(value.toPrecision(12)));
  else if (money && size >= 1 && size < 100 && !Number.isInteger(value)) text = value.toFixed(2);
  else text = plain(Number(value.toPrecision(3)));
  if (money && digits === undefined && /^-?\d+\.\d$/.test(text)) text += "0";
  return group(text);
}

/** Without an exponent where a person would not write one. */
function plain(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-6 || size >= 1e15)) return value.toExponential();
  return value.toFixed(12).replace(/\.?0+$/, "");
}

/** Thousands in groups, and a real minus sign. */
function group(text: string): string {
  const [, sign, whole = "", rest = ""] = /^(-?)(\d+)(.*)$/.exec(text) ?? [];
  const zero = /^[0.]*$/.test(whole + rest);
  return `${sign && !zero ? "−" : ""}${whole.replace(/\B(?=(?:\d{3})+$)/g, ",")}${rest}`;
}
