/** The prose that a reader of the report reads, in the order of the dossier. */
import type { Prose } from "../model/entry.ts";
import type { Reading, Sentence } from "../model/reading.ts";
import { perDossier } from "./memo.ts";

export const bodyProse = perDossier(({ sections, areas, findings, cases, recommendations }): readonly Prose[] =>
  [sections, areas, findings, cases, recommendations].flatMap((entries) =>
    [...entries.values()].flatMap((entry) => entry.prose),
  ),
);

/** What the templates print as cells of a table or in an appendix; neither is running text. */
const inTables: Readonly<Record<string, readonly string[]>> = {
  finding: ["options"],
  recommendation: ["alternatives", "risk", "rollback", "exit", "if-not-done", "cost", "metric", "confirmation"],
};

/** The running text of the main body, as a publisher counts it: without tables, cards, code, references and appendices. */
export const runningText = perDossier(({ sections, areas, findings, recommendations }): readonly Prose[] =>
  [sections, areas, findings, recommendations].flatMap((entries) =>
    [...entries.values()].flatMap(({ kind, prose }) =>
      prose.filter(({ path }) => !inTables[kind]?.includes(String(path[0]))),
    ),
  ),
);

/** The sentences of a piece of prose; a row of a table is none. */
export const sentencesIn = ({ sentences, blocks }: Reading): readonly Sentence[] =>
  blocks.some(({ kind }) => kind === "row")
    ? sentences.filter(({ block }) => blocks[block]?.kind !== "row")
    : sentences;

/** The words of a piece of prose without its tables. */
export const wordsIn = (reading: Reading): number => {
  const rows = reading.sentences.filter(({ block }) => reading.blocks[block]?.kind === "row");
  return reading.words - rows.reduce((sum, { words }) => sum + words, 0);
};

/** The lengths in words of all its sentences. */
export const sentenceLengths = perDossier((dossier): readonly number[] =>
  bodyProse(dossier).flatMap(({ reading }) =>
    sentencesIn(reading)
      .map(({ words }) => words)
      .filter((words) => words > 0),
  ),
);
