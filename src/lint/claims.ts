/** How prose marks what it says: our own inference, a secondary account, a vendor's own figure. */
import type { Span } from "../core/span.ts";
import type { Entry, Prose } from "../model/entry.ts";
import type { CitationItem } from "../model/reading.ts";
import { scopeAt } from "./scopes.ts";

/** Reasoning of our own, or a statement about what the evidence lacks. */
export const ownWords =
  /\b(?:we (?:infer|conclude|assume|expect|found no|find no|know of no|judge)|our (?:own )?(?:inference|reading|judg(?:e)?ment|assumption)|inferred|missing evidence|no (?:public|published|independent) )/i;

export const secondaryWords =
  /\bsecond(?:ary|-hand)\b|\breported(?:ly)?\b|\breports? (?:by|in|of|that)\b|\baccording to\b|\b(?:press|conference|news) (?:account|report|summary)|\baccounts? (?:of|say|says|in)\b|\bas told by\b|\bcop(?:y|ies) of\b|\brepublished\b|\bretold\b/i;

export const vendorWords =
  /\bvendors?(?:['’-]|\b)|\b(?:its|their|his|her|the (?:maker|provider|project|author|team)s?['’]?s?) own\b|['’]s own\b|\bmakers?\b|\bself-(?:reported|measured)\b|\bmeasur(?:ing|ed) itself\b|\bby its (?:own )?(?:makers?|authors?|vendor)\b|\bown (?:tests?|measurements?|benchmarks?|figures?|numbers?|examples?|data|fleet|traffic)\b/i;

export interface CitedScope {
  readonly items: readonly CitationItem[];
  readonly span: Span;
  /** Where it may be said whose account it is: the scope itself, or the whole card of a case. */
  readonly text: string;
}

/**
 * The sentences, items and rows of a piece of prose that cite something, each with its words. A field of a case card
 * and a value of an options table are one scope.
 */
export function citedScopes(entry: Entry, prose: Prose): CitedScope[] {
  const { citations } = prose.reading;
  const whole = { start: 0, end: prose.text.length };
  const isCard = (entry.kind === "case" || prose.path.includes("rows")) && !prose.isBody;
  const card = entry.kind === "case" ? entry.prose.map(({ text }) => text).join("\n") : undefined;
  const scopes = new Map<number, { items: CitationItem[]; span: Span; text: string }>();
  for (const { span, items } of citations) {
    const scope = isCard ? whole : (scopeAt(prose, span.start) ?? span);
    const known = scopes.get(scope.start);
    if (known) known.items.push(...items);
    else
      scopes.set(scope.start, {
        items: [...items],
        span: scope,
        text: card ?? prose.text.slice(scope.start, scope.end),
      });
  }
  return [...scopes.values()];
}
