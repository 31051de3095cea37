/** Honest accounting: what the report stands on, counted from the dossier itself. */
import { citedFacts } from "../model/cited-facts.ts";
import type { Dossier } from "../model/dossier.ts";
import { entriesOf } from "../model/dossier.ts";

export interface Counts {
  readonly sources: number;
  readonly organisations: number;
  readonly facts: number;
  /** Every source that a citation names, as often as one does. */
  readonly citations: number;
  readonly findings: number;
  readonly cases: number;
  readonly failures: number;
  readonly recommendations: number;
  readonly models: number;
  readonly diagrams: number;
  readonly snippets: number;
  readonly executed: number;
  readonly tiers: readonly { readonly tier: string; readonly sources: number; readonly share: string }[];
  /** Cited facts that `verify` found standing, and the day of the last look; no day when it never ran. */
  readonly verified: { readonly facts: number; readonly last: string | undefined };
  readonly copies: readonly { readonly copy: string; readonly facts: number; readonly share: string }[];
}

const copies = {
  primary: "the whole primary text",
  "primary-excerpt": "an excerpt of the primary text",
  secondary: "another's account",
};

/** Of sources and facts only those that are cited; of all else what the dossier holds. */
export function countsOf(dossier: Dossier): Counts {
  const citations = [...entriesOf(dossier)].flatMap(({ prose }) =>
    prose.flatMap(({ reading }) => reading.citations.flatMap(({ items }) => items.map(({ key }) => key))),
  );
  const cited = new Set(citations);
  const sources = [...dossier.sources.values()].filter(({ id }) => cited.has(id));
  const facts = citedFacts(dossier);
  const standing = facts.flatMap(({ verified }) => verified ?? []);
  const shareOf = (part: number, whole: number) => (whole ? `${((100 * part) / whole).toFixed(0)} %` : "0 %");
  const tiers = [...new Set(sources.map(({ data }) => data.tier ?? "none"))].sort();
  const snippets = [...dossier.snippets.values()];
  return {
    sources: sources.length,
    organisations: new Set(sources.map(({ data }) => data.organisation).filter(Boolean)).size,
    facts: facts.length,
    citations: citations.length,
    findings: dossier.findings.size,
    cases: dossier.cases.size,
    failures: [...dossier.cases.values()].filter(({ data }) => data.kind === "failure" || data.kind === "incident")
      .length,
    recommendations: dossier.recommendations.size,
    models: dossier.models.size,
    diagrams: dossier.diagrams.size,
    snippets: snippets.length,
    executed: snippets.filter(({ data }) => data.check.kind === "test" || data.check.executes).length,
    tiers: tiers.map((tier) => {
      const count = sources.filter(({ data }) => (data.tier ?? "none") === tier).length;
      return { tier, sources: count, share: shareOf(count, sources.length) };
    }),
    verified: { facts: standing.length, last: standing.sort().at(-1) },
    copies: Object.entries(copies).map(([copy, means]) => {
      const count = facts.filter(({ fact }) => fact.copy === copy).length;
      return { copy: means, facts: count, share: shareOf(count, facts.length) };
    }),
  };
}
