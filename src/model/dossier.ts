/** Everything in `research/`, loaded and typed. */
import type { SourceText } from "../core/source-text.ts";
import type { Calculation } from "./calculation.ts";
import type { CaseStudy } from "./case-study.ts";
import type { Config } from "./config.ts";
import type { Area, Diagram, Section } from "./document.ts";
import { type Entry, itemsIn } from "./entry.ts";
import type { Finding } from "./finding.ts";
import type { Ledger } from "./ledger.ts";
import type { Recommendation } from "./recommendation.ts";
import type { Assumptions, Conflicts, Crosswalk, Glossary, Matrix, Method, Risks, Roadmap } from "./registers.ts";
import type { Snippet } from "./snippet.ts";
import type { Fact, Source } from "./source.ts";
import type { System } from "./system.ts";

export type Entries<T> = ReadonlyMap<string, Entry<T>>;

export interface Dossier {
  readonly config: Entry<Config>;
  readonly system?: Entry<System>;
  readonly method?: Entry<Method>;
  readonly roadmap?: Entry<Roadmap>;
  readonly matrix?: Entry<Matrix>;
  readonly risks?: Entry<Risks>;
  readonly assumptions?: Entry<Assumptions>;
  readonly conflicts?: Entry<Conflicts>;
  readonly crosswalk?: Entry<Crosswalk>;
  readonly glossary?: Entry<Glossary>;
  /** What the last verification found; missing before the first. */
  readonly ledger?: Entry<Ledger>;
  readonly sections: Entries<Section>;
  readonly sources: Entries<Source>;
  readonly areas: Entries<Area>;
  readonly findings: Entries<Finding>;
  readonly cases: Entries<CaseStudy>;
  readonly recommendations: Entries<Recommendation>;
  readonly models: Entries<Calculation>;
  readonly diagrams: Entries<Diagram>;
  readonly snippets: Entries<Snippet>;
  /** Every file that was read as text, by its path from the project's root. */
  readonly files: ReadonlyMap<string, SourceText>;
  /** `kind/id` of the objects whose file does not fit its schema; references to them are not reported again. */
  readonly broken: ReadonlySet<string>;
}

/** All entries, in a stable order. */
export function* entriesOf(dossier: Dossier): Generator<Entry> {
  yield dossier.config;
  const { system, method, roadmap, matrix, risks, assumptions, conflicts, crosswalk, glossary } = dossier;
  for (const entry of [system, method, roadmap, matrix, risks, assumptions, conflicts, crosswalk, glossary])
    if (entry) yield entry;
  const { sections, sources, areas, findings, cases, recommendations, models, diagrams, snippets } = dossier;
  for (const map of [sections, sources, areas, findings, cases, recommendations, models, diagrams, snippets])
    yield* map.values();
}

/** The keys of all sources that something cites. */
export function citedKeys(dossier: Dossier): ReadonlySet<string> {
  const cited = new Set<string>();
  for (const entry of entriesOf(dossier)) for (const { key } of itemsIn(entry)) cited.add(key);
  return cited;
}

/** The fact that `key#id` names. */
export function factOf(dossier: Dossier, key: string, id: string): Fact | undefined {
  return dossier.sources.get(key)?.data.facts?.find((fact) => fact.id === id);
}

/** The questions of the dossier in their order, each with its area. */
export function questionsOf(config: Config) {
  return config.areas.flatMap((area) => area.questions.map((question) => ({ ...question, area: area.id })));
}
