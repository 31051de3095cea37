/** Dates and times of day in prose, and whether one supports another. */
import type { Moment } from "../model/figure.ts";
import { match } from "./quantity.ts";

export type { Moment };

const names = "January February March April May June July August September October November December".split(" ");
const short = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec";
export const monthNames = `${names.join("|")}|${short}`;

const nth = "(?:st|nd|rd|th)?";
const dayFirst = new RegExp(
  String.raw`(?<first>\d{1,2})${nth}(?:\s*(?:-|–|to|and|or)\s*(?<second>\d{1,2})${nth})?(?:\s+of)?\s+(?<month>${monthNames})\b\.?(?:,?\s+(?<year>(?:19|20)\d\d)\b(?![,.]?\d))?`,
  "y",
);
const monthFirst = new RegExp(
  String.raw`(?<month>${monthNames})\b\.?(?:\s+(?<first>\d{1,2})${nth}\b(?![,.]\d|\s*%|\s+\p{Ll}+s\b)(?:\s*(?:-|–|to|and)\s*(?<second>\d{1,2})${nth}\b)?)?(?:,?\s+(?<year>(?:19|20)\d\d)\b(?![,.]?\d))?`,
  "uy",
);
const iso = /(?<year>(?:19|20)\d\d)-(?<month>0[1-9]|1[0-2])(?:-(?<first>0[1-9]|[12]\d|3[01]))?(?![\d-])/y;
const clock = /(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])/y;

export interface ReadMoments {
  readonly moments: readonly Moment[];
  readonly end: number;
  /** Written as `2026-07-28`, which may also name a version. */
  readonly iso: boolean;
}

/** The date, the two dates of one month, or the time of day that begins at `at`. */
export function readMoments(text: string, at: number): ReadMoments | undefined {
  const isoDate = match(iso, text, at);
  const found = isoDate ?? match(dayFirst, text, at) ?? match(monthFirst, text, at);
  const time = found ? undefined : match(clock, text, at);
  if (time) {
    const [hour = "", minute = ""] = time[0].split(":");
    return { moments: [{ time: `${hour.padStart(2, "0")}:${minute}` }], end: at + time[0].length, iso: false };
  }
  if (!found?.groups) return undefined;
  const { first, second, month, year } = found.groups;
  if (!isoDate && first === undefined && year === undefined) return undefined; // a month alone
  const days = [first, second].filter((day) => day !== undefined).map(Number);
  if (days.some((day) => day < 1 || day > 31)) return undefined;
  const shared = { ...(year ? { year: Number(year) } : {}), month: monthOf(month as string) };
  const moments = days.length > 0 ? days.map((day) => ({ ...shared, day })) : [shared];
  return { moments, end: at + found[0].length, iso: isoDate !== undefined };
}

const monthOf = (name: string): number =>
  /^\d/.test(name) ? Number(name) : names.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;

/** A moment is supported by one that says at least as much: “May 2026” by “5 May 2026”, not the other way round. */
export function supportsMoment(fact: Moment, said: Moment): boolean {
  return (Object.keys(said) as (keyof Moment)[]).every((part) => fact[part] === said[part]);
}

/** A CSL date, `YYYY[-MM[-DD]]`. */
export function momentOf(partial: string): Moment {
  const [year, month, day] = partial.split("-").map(Number);
  return { ...(year ? { year } : {}), ...(month ? { month } : {}), ...(day ? { day } : {}) };
}
