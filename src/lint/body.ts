/** The prose that a reader of the report reads, in the order of the dossier. */
import type { Prose } from "../model/entry.ts";
import { perDossier } from "./memo.ts";

export const bodyProse = perDossier(({ sections, areas, findings, cases, recommendations }): readonly Prose[] =>
  [sections, areas, findings, cases, recommendations].flatMap((entries) => [...entries.values()].flatMap((entry) => entry.prose)),
);

/** The lengths in words of all its sentences. */
export const sentenceLengths = perDossier((dossier): readonly number[] => bodyProse(dossier).flatMap(({ reading }) => reading.sentences.map(({ words }) => words).filter((words) => words > 0)));
