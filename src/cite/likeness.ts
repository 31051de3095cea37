/** How alike two works are beyond their titles, and what shows that they are different in spite of them. */
import type { Source } from "../model/source.ts";
import { arxivOf } from "./identifiers.ts";
import { titleWords, trigramsOf } from "./trigrams.ts";

type Record = Partial<Source>;

/** Of a record, what comparing needs; made once, since each is compared with thousands. */
export interface Work {
  readonly trigrams: readonly number[];
  /** The title's words before a subtitle; empty when they are too few to tell a work. */
  readonly mainTitle: string;
  readonly hasSubtitle: boolean;
  readonly titleLength: number;
  /** “Part II”, “2024” and “v0.8” tell works of one series apart. */
  readonly numbers: string;
  /** 0 when it is not said. */
  readonly year: number;
  readonly authors: readonly string[];
  /** Edition, volume, issue and the like; empty where not said. */
  readonly editions: readonly string[];
  /** Has a DOI that is no preprint's. */
  readonly published: boolean;
}

/** Registrants whose DOIs name preprints: the published version has another DOI and is the same work. */
const preprintServers = /^10\.(?:48550|1101|64898|2139|31234|31219|20944|21203|36227|22541|26434|5281)\//;

export function workOf(source: Record): Work {
  const title = source.title ?? "";
  const words = titleWords(title);
  const main = titleWords(title.split(/[:?!.](?:\s|$)|\s[-–—]\s/, 1)[0] ?? "");
  return {
    trigrams: trigramsOf(words),
    mainTitle: main.length < 3 ? "" : main.join(" "),
    hasSubtitle: main.length !== words.length,
    titleLength: title.length,
    numbers: words.filter((word) => /\d|^(?:i{2,3}|iv|vi{0,3}|ix)$/.test(word)).join(" "),
    year: Number(/^\d{4}/.exec(source.issued ?? "")?.[0] ?? 0),
    authors: authorsOf(source),
    editions: [source.edition, source.volume, source.issue, source.number, source["part-number"], source.version].map(
      numberOf,
    ),
    published: source.DOI !== undefined && !preprintServers.test(source.DOI) && arxivOf(source.DOI) === undefined,
  };
}

/** Years apart, or two DOIs: not the same work however alike the titles. */
export function areApart(a: Pick<Work, "year" | "published">, b: Pick<Work, "year" | "published">): boolean {
  return (a.published && b.published) || (a.year !== 0 && b.year !== 0 && Math.abs(a.year - b.year) > 2);
}

/** The same for another edition, volume, number or part. */
export function differentEdition(a: Work, b: Work): boolean {
  if (areApart(a, b) || a.numbers !== b.numbers) return true;
  return a.editions.some((one, at) => one !== "" && b.editions[at] !== "" && one !== b.editions[at]);
}

/** Share of the shorter list of authors that is in the other, 0 to 1; nothing when one has none. */
export function sameAuthors({ authors: one }: Work, { authors: other }: Work): number | undefined {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  if (few.length === 0) return undefined;
  return few.filter((author) => many.includes(author)).length / few.length;
}

/** 1 for the same year, less for the next ones: a preprint precedes its paper. Nothing when one has none. */
export function sameYear({ year: one }: Work, { year: other }: Work): number | undefined {
  return one && other ? Math.max(0, 1 - Math.abs(one - other) * 0.35) : undefined;
}

const numberOf = (text: string | undefined): string =>
  text ? text.toLowerCase().replace(/^(?:v|vol|no|nr)\.?\s*(?=\d)|(?<=\d)(?:st|nd|rd|th)\b.*$/g, "") : "";

function authorsOf({ author, editor, organisation }: Record): string[] {
  const names = (author ?? editor ?? []).map((name) => ("literal" in name ? name.literal : name.family));
  const said = names.length > 0 ? names : organisation ? [organisation] : [];
  return said.map((name) => titleWords(name).join(" "));
}
