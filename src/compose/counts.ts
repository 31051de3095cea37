/** Honest accounting: what the report stands on, counted from the dossier itself. */
import type { Dossier } from "../model/dossier.ts";
import { entriesOf } from "../model/dossier.ts";
import { verifiedFacts } from "../model/verified-facts.ts";

export interface Counts {
  readonly sources: number;
  readonly organisations: number;
  readonly facts: number;
  /** Distinct pairs of a fact and a place that cites it. */
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

/** Counts only what the report cites. */
export function countsOf(dossier: Dossier): Counts {
  const cited = new Map<string, Set<string>>();
  let citations = 0;
  for (const entry of entriesOf(dossier))
    for (const { reading } of entry.prose)
      for (const { key, fact } of reading.citations.flatMap((citation) => citation.items)) {
        citations++;
        const facts = cited.get(key) ?? new Set();
        if (fact) facts.add(fact);
        cited.set(key, facts);
      }
  const sources = [...dossier.sources.values()].filter(({ id }) => cited.has(id));
  const facts = sources.flatMap(({ id, data }) => (data.facts ?? []).filter((fact) => cited.get(id)?.has(fact.id)));
  const shareOf = (part: number, whole: number) => (whole ? `${((100 * part) / whole).toFixed(0)} %` : "0 %");
  const standing = [...verifiedFacts(dossier)].filter(([, { status }]) => status === "found");
  const tiers = [...new Set(sources.map(({ data }) => data.tier ?? "none"))].sort();
  const snippets = [...dossier.snippets.values()];
  return {
    sources: sources.length,
    organisations: new Set(sources.map(({ data }) => data.organisation).filter(Boolean)).size,
    facts: facts.length,
    citations,
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
    verified: {
      facts: standing.length,
      last: standing
        .map(([, { checked }]) => checked)
        .sort()
        .at(-1),
    },
    copies: Object.entries(copies).map(([copy, means]) => {
      const count = facts.filter((fact) => fact.copy === copy).length;
      return { copy: means, facts: count, share: shareOf(count, facts.length) };
    }),
  };
}
