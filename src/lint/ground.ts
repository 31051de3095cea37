/** What a rule that is asked of one object may look at besides that object. */
import { digest } from "../core/digest.ts";
import type { Config } from "../model/config.ts";
import type { Entry } from "../model/entry.ts";
import type { Figure } from "../model/figure.ts";
import type { CitationItem } from "../model/reading.ts";
import type { Glossary } from "../model/registers.ts";
import type { Source } from "../model/source.ts";
import { organisationOf } from "./citations.ts";
import { factWith } from "./figures.ts";
import type { LintInput, Standards } from "./rule.ts";

/** The records of sources, for looking up those that an object cites. */
export type Sources = Pick<ReadonlyMap<string, Entry<Source>>, "get">;

/** Everything that an answer about one object may rest on; all of it is in the key under which the answer is kept. */
export interface Ground {
  readonly config: Entry<Config>;
  readonly glossary: Entry<Glossary> | undefined;
  readonly standards: Standards;
  readonly today: string;
  /** Only to be asked for what the object cites: nothing else belongs to the key. */
  readonly sources: Sources;
  readonly broken: ReadonlySet<string>;
  /** Who answers for the sources of the dossier. */
  readonly organisations: ReadonlySet<string>;
  /** A fact of any source that has the figure; for hints alone, since an answer with a finding is never kept. */
  factWith(figure: Figure, cited: readonly CitationItem[]): string | undefined;
}

export function groundOf({ dossier, standards, today }: LintInput): Ground {
  const { config, glossary, sources, broken } = dossier;
  return {
    config,
    glossary,
    standards,
    today,
    sources,
    broken,
    organisations: new Set([...sources.values()].map(({ data }) => organisationOf(data))),
    factWith: (figure, cited) => factWith(dossier, figure, cited),
  };
}

/** Identifies the ground but for the sources, which belong to the key of each object that cites them. */
export function digestOf({ config, glossary, standards, today, broken, organisations }: Ground): string {
  return digest(
    config.digest,
    glossary?.digest ?? "",
    JSON.stringify(standards),
    today,
    [...broken].join(),
    [...organisations].join("\n"),
  );
}
