/** Dates between EDTF text, as records hold them, and the date objects of CSL-JSON. */

/** A CSL-JSON date; parts are year, month, day; a second list of parts ends a range, `[0]` leaves it open. */
export interface CslDate {
  readonly "date-parts"?: readonly (readonly (number | string)[])[];
  /** 1 spring to 4 winter. */
  readonly season?: number | string;
  readonly circa?: boolean | number | string;
  readonly literal?: string;
  readonly raw?: string;
}

const point = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~])?$/;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const seasons = ["spring", "summer", "autumn", "winter"];

/** The CSL date of an EDTF text; text that is none becomes a literal date. */
export function toCslDate(edtf: string): CslDate {
  const [from = "", to, ...rest] = edtf.split("/");
  const start = point.exec(from);
  const open = to === "" || to === "..";
  const end = to === undefined || open ? undefined : point.exec(to);
  if (!start || end === null || rest.length > 0) return { literal: edtf };
  const circa = start[4] || end?.[4] ? { circa: true } : {};
  const month = Number(start[2] ?? 0);
  if (to === undefined && month > 20) return { "date-parts": [[Number(start[1])]], season: month - 20, ...circa };
  const parts = [partsOf(start)];
  if (end) parts.push(partsOf(end));
  else if (open) parts.push([0]);
  return { "date-parts": parts, ...circa };
}

/** The EDTF text of a CSL date, or nothing when it has no year that four digits can write. */
export function fromCslDate(date: CslDate): string | undefined {
  const [start, end] = date["date-parts"] ?? [];
  if (!start) return parseDate(date.raw ?? date.literal ?? "");
  const season = seasonOf(date.season);
  const first = edtfOf(season && start.length === 1 ? [start[0] as number, season + 20] : start);
  if (first === undefined) return undefined;
  const mark = date.circa && date.circa !== "0" && date.circa !== "false" ? "~" : "";
  if (!end) return first + mark;
  if (!Number(end[0])) return `${first}${mark}/..`;
  const last = edtfOf(end);
  return last === undefined || last === first ? first + mark : `${first}${mark}/${last}`;
}

/** EDTF from the ways people write a date: EDTF, `2024/07/11`, `11 July 2024`, `July 11, 2024`, `July 2024`, `Spring 2024`. */
export function parseDate(text: string): string | undefined {
  const said = text.trim().replace(/\s+/g, " ");
  if (said.length > 60) return undefined;
  const isoTime = /^(\d{4}-\d{2}-\d{2})T[\d:.]+(?:Z|[-+]\d{2}:?\d{2})?$/.exec(said);
  const asIs = fromWritten(isoTime?.[1] ?? said);
  if (asIs !== undefined) return asIs;
  const slashed = /^(\d{4})\/(\d{1,2})?(?:\/(\d{1,2})?)?\/?$/.exec(said);
  if (slashed) return edtfOf(slashed.slice(1).map((part) => Number(part ?? 0)));
  const words = /^(?:(\d{1,2})(?:st|nd|rd|th)?\.? )?([a-z]+)\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,? (\d{4})$/i.exec(said);
  const word = words?.[2]?.toLowerCase().replace(/^fall$/, "autumn") ?? "";
  if (!words || word.length < 3) return undefined;
  const season = seasons.indexOf(word);
  if (season >= 0) return edtfOf([Number(words[4]), season + 21]);
  return edtfOf([Number(words[4]), monthNumber(word), Number(words[1] ?? words[3] ?? 0)]);
}

/** 1 to 12 for a month's English name, its abbreviation or its number; 0 when it is none. */
export function monthNumber(text: string): number {
  const said = text.trim().toLowerCase();
  if (/^\d{1,2}$/.test(said)) return Number(said) <= 12 ? Number(said) : 0;
  return /^[a-z]{3,9}\.?$/.test(said) ? months.indexOf(said.slice(0, 3)) + 1 : 0;
}

function fromWritten(said: string): string | undefined {
  const range = said.split("/");
  if (range.length > 2 || !range[0] || /^\d{1,2}$/.test(range[1] ?? "")) return undefined;
  const parts = range.map((part, at) => (at === 1 && (part === "" || part === "..") ? ".." : fromPoint(part)));
  return parts.includes(undefined) ? undefined : parts.join("/");
}

function fromPoint(said: string): string | undefined {
  const found = point.exec(said);
  const month = Number(found?.[2] ?? 1);
  const valid = (month >= 1 && month <= 12) || (month >= 21 && month <= 24);
  const text = found && valid ? edtfOf(partsOf(found, true)) : undefined;
  return text === undefined ? undefined : text + (found?.[4] ?? "");
}

/** Year, month and day; CSL counts the seasons of a range as months 13 to 16. */
function partsOf(found: RegExpExecArray, raw = false): number[] {
  const parts = [Number(found[1])];
  if (found[2]) parts.push(!raw && Number(found[2]) > 20 ? Number(found[2]) - 8 : Number(found[2]));
  if (found[3]) parts.push(Number(found[3]));
  return parts;
}

function seasonOf(said: number | string | undefined): number {
  const number = Number(said ?? 0);
  const season = Number.isNaN(number) ? seasons.indexOf(String(said).toLowerCase()) + 1 : number;
  return season >= 1 && season <= 4 ? season : 0;
}

function edtfOf(parts: readonly (number | string)[]): string | undefined {
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  const text = String(year).padStart(4, "0");
  const season = month >= 21 && month <= 24 ? month : month >= 13 && month <= 16 ? month + 8 : 0;
  if (season) return `${text}-${season}`;
  if (!(month >= 1 && month <= 12)) return text;
  const two = (number: number) => String(Math.trunc(number)).padStart(2, "0");
  return day >= 1 && day <= 31 ? `${text}-${two(month)}-${two(day)}` : `${text}-${two(month)}`;
}
