/** Evidence cards: what a reader sees of a source and its facts without opening anything, as plain data. */
import type { Dossier } from "../model/dossier.ts";
import type { LedgerFact } from "../model/ledger.ts";
import type { Fact, Source } from "../model/source.ts";
import { verifiedFacts } from "../model/verified-facts.ts";

export interface FactCard {
  readonly id: string;
  /** In the dossier's own words. */
  readonly states: string;
  readonly figures: readonly string[];
  /** Where in the source. */
  readonly at: string;
  /** ISO date on which it was read. */
  readonly seen: string;
  readonly copy: Fact["copy"];
  /** What `dossier verify` found when it looked last; none when it never looked for this passage. */
  readonly verified?: { readonly on: string; readonly status: LedgerFact["status"] };
  /** What was read instead of the source, when the copy is a secondary one. */
  readonly via?: string;
  /** The source's address, with a text fragment where the locator allows one. */
  readonly link?: string;
}

export interface SourceCard {
  readonly key: string;
  readonly title: string;
  readonly organisation?: string;
  readonly tier?: string;
  /** EDTF. */
  readonly issued?: string;
  readonly flags: readonly string[];
  readonly link?: string;
  readonly archive?: string;
  readonly facts: readonly FactCard[];
}

/** The cards of the given sources; a key without a record has none. */
export function evidenceOf(dossier: Dossier, keys: Iterable<string>): ReadonlyMap<string, SourceCard> {
  const cards = new Map<string, SourceCard>();
  const verified = verifiedFacts(dossier);
  for (const key of keys) {
    const source = dossier.sources.get(key)?.data;
    if (source) cards.set(key, cardOf(key, source, verified));
  }
  return cards;
}

function cardOf(key: string, source: Source, verified: ReturnType<typeof verifiedFacts>): SourceCard {
  const { title, organisation, tier, issued, flags = [], archive, facts = [] } = source;
  const link = source.URL ?? (source.DOI ? `https://doi.org/${encodeURI(source.DOI)}` : undefined);
  return {
    key,
    title,
    flags,
    facts: facts.map((fact) => factCard(fact, link, verified.get(`${key}#${fact.id}`))),
    ...defined({ organisation, tier, issued, link, archive }),
  };
}

function factCard(
  fact: Fact,
  address: string | undefined,
  entry: { readonly checked: string; readonly status: LedgerFact["status"] } | undefined,
): FactCard {
  const { id, states, figures = [], at, seen, copy, via } = fact;
  const base = via ?? address;
  const link = base === undefined ? undefined : withFragment(base, fact);
  const verified = entry && { on: entry.checked, status: entry.status };
  return { id, states, figures, at, seen, copy, ...defined({ via, link, verified }) };
}

/**
 * The address with a text fragment (WICG Scroll to Text Fragment) for a quoted passage or a section's title; the bare
 * address where there is neither, or where the document is not a page of text.
 */
export function withFragment(address: string, { at, quote }: Pick<Fact, "at" | "quote">): string {
  if (address.includes("#") || /\.(?:pdf|docx?|xlsx?|pptx?|zip)(?:$|\?)/i.test(address)) return address;
  const words = quote?.exact ?? sectionTitle(at);
  if (words === undefined) return address;
  const coded = (part: string) => encodeURIComponent(part).replaceAll("-", "%2D");
  const list = words.trim().split(/\s+/);
  const range =
    list.length > 12
      ? `${coded(list.slice(0, 5).join(" "))},${coded(list.slice(-5).join(" "))}`
      : coded(list.join(" "));
  return `${address}#:~:text=${range}`;
}

/** The title in a locator such as “section Performance Insights”; a number alone is found on every page. */
function sectionTitle(at: string): string | undefined {
  const title = /^section (?:on )?["“]?([^,;"”]{6,80})["”]?/i.exec(at)?.[1]?.trim();
  return title && /\p{L}{4}/u.test(title) && !/^\d/.test(title) ? title : undefined;
}

const defined = <T extends Record<string, unknown>>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
