/** How alike two records are beyond their titles, and what shows that they are different works in spite of them. */
import type { Source } from "../model/source.ts";
import { arxivOf } from "./identifiers.ts";
import { titleWords } from "./trigrams.ts";

type Record = Partial<Source>;

/** Registrants whose DOIs name preprints: the published version has another DOI and is the same work. */
const preprintServers = /^10\.(?:48550|1101|64898|2139|31234|31219|20944|21203|36227|22541|26434|5281)\//;

/** Different edition, volume, number, DOI or year: not the same work however alike the titles. */
export function differentEdition(a: Record, b: Record): boolean {
  for (const field of ["edition", "volume", "issue", "number", "part-number", "version"] as const) {
    const [one, other] = [numberOf(a[field]), numberOf(b[field])];
    if (one && other && one !== other) return true;
  }
  if (numbersIn(a.title) !== numbersIn(b.title)) return true;
  const [years, yearsOther] = [yearOf(a), yearOf(b)];
  if (years && yearsOther && Math.abs(years - yearsOther) > 2) return true;
  return a.DOI !== undefined && b.DOI !== undefined && !isPreprint(a.DOI) && !isPreprint(b.DOI);
}

/** Share of the shorter list of authors that is in the other, 0 to 1; nothing when one has none. */
export function sameAuthors(a: Record, b: Record): number | undefined {
  const [one, other] = [authorsOf(a), authorsOf(b)];
  const [few, many] = one.length <= other.length ? [one, new Set(other)] : [other, new Set(one)];
  if (few.length === 0) return undefined;
  return few.filter((author) => many.has(author)).length / few.length;
}

/** 1 for the same year, less for the next ones: a preprint precedes its paper. Nothing when one has none. */
export function sameYear(a: Record, b: Record): number | undefined {
  const [one, other] = [yearOf(a), yearOf(b)];
  return one && other ? Math.max(0, 1 - Math.abs(one - other) * 0.35) : undefined;
}

/** The words before a subtitle; empty when they are too few to tell a work. */
export function mainTitle(title: string): string {
  const words = titleWords(title.split(/[:?!.](?:\s|$)|\s[-–—]\s/, 1)[0] ?? "");
  return words.length < 3 ? "" : words.join(" ");
}

/** The titles, whose main titles are the same, differ by a subtitle that one of them has. */
export function lacksSubtitle(a: string, b: string): boolean {
  const main = mainTitle(a);
  return main !== "" && [a, b].some((title) => titleWords(title).join(" ") === main);
}

const isPreprint = (doi: string): boolean => preprintServers.test(doi) || arxivOf(doi) !== undefined;

const yearOf = ({ issued }: Record): number => Number(/^\d{4}/.exec(issued ?? "")?.[0] ?? 0);

const numberOf = (text: string | undefined): string =>
  (text ?? "").toLowerCase().replace(/^(?:v|vol|no|nr)\.?\s*(?=\d)|(?<=\d)(?:st|nd|rd|th)\b.*$/g, "");

/** “Part II”, “2024” and “v0.8” tell works of one series apart. */
function numbersIn(title = ""): string {
  return titleWords(title)
    .filter((word) => /\d/.test(word) || /^(?:i{2,3}|iv|vi{0,3}|ix)$/.test(word))
    .join(" ");
}

function authorsOf({ author, editor, organisation }: Record): string[] {
  const names = (author ?? editor ?? []).map((name) => ("literal" in name ? name.literal : name.family));
  const said = names.length > 0 ? names : organisation ? [organisation] : [];
  return said.map((name) => titleWords(name).join(" "));
}
