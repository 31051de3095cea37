/** From each recommendation down to its facts: what a reader opens to ask “says who, and how sure?”. */
import type { Dossier } from "../model/dossier.ts";
import type { Entry } from "../model/entry.ts";

/** A source with the facts that are cited of it, in the order of their first citation. */
export interface CitedFacts {
  readonly key: string;
  readonly facts: readonly string[];
}

export interface ChainFinding {
  readonly id: string;
  readonly title: string;
  readonly area?: string;
  readonly verdict: string;
  readonly certainty: string;
  readonly evidence: readonly CitedFacts[];
}

/** One decision record with what it costs, how sure it is, and what it rests on. */
export interface Chain {
  readonly id: string;
  /** R1, R2, … in the report. */
  readonly number: number;
  readonly title: string;
  readonly certainty: string;
  readonly strength: string;
  readonly complexity?: string;
  /** Person-weeks. */
  readonly effort?: { readonly p50: number; readonly p90: number };
  readonly weeks?: number;
  readonly phase?: string;
  /** Titles of the areas whose findings it rests on. */
  readonly areas: readonly string[];
  readonly findings: readonly ChainFinding[];
  /** Cited by the record itself. */
  readonly evidence: readonly CitedFacts[];
}

/** In the order of the report; `order` is what the templates show. */
export function chainsOf(
  dossier: Dossier,
  order: readonly { readonly id: string; readonly number: number; readonly phase?: string }[],
): Chain[] {
  const areaTitles = new Map(dossier.config.data.areas.map(({ id, title }) => [id, title]));
  return order.flatMap(({ id, number, phase }): Chain[] => {
    const entry = dossier.recommendations.get(id);
    if (!entry) return [];
    const { title, certainty, strength, complexity, effort, calendar } = entry.data;
    const findings = entry.data.findings.flatMap((finding) => findingOf(dossier, finding));
    const areas = [...new Set(findings.map(({ area }) => areaTitles.get(area ?? "") ?? ""))].filter(Boolean);
    return [
      {
        ...{ id, number, title, certainty, strength, areas, findings, evidence: citedIn(entry) },
        ...(complexity ? { complexity } : {}),
        ...(effort ? { effort } : {}),
        ...(calendar ? { weeks: calendar.weeks } : {}),
        ...(phase ? { phase } : {}),
      },
    ];
  });
}

function findingOf(dossier: Dossier, id: string): ChainFinding[] {
  const entry = dossier.findings.get(id);
  if (!entry) return [];
  const { title, verdict, certainty } = entry.data;
  return [{ id, title, verdict, certainty, evidence: citedIn(entry), ...(entry.area ? { area: entry.area } : {}) }];
}

function citedIn({ prose }: Entry): CitedFacts[] {
  const cited = new Map<string, Set<string>>();
  for (const { key, fact } of prose.flatMap(({ reading }) => reading.citations).flatMap(({ items }) => items)) {
    const facts = cited.get(key) ?? new Set();
    if (fact) facts.add(fact);
    cited.set(key, facts);
  }
  return [...cited].map(([key, facts]) => ({ key, facts: [...facts] }));
}
