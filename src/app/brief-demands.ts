/** The minimum numbers and obligatory fields that a brief demands in words, as standards of a dossier. */
import type { Threshold } from "../lint/thresholds.ts";

export interface Minimum {
  readonly number: number;
  /** What is counted, as the brief says it. */
  readonly what: string;
  /** Missing when no standard counts it. */
  readonly threshold?: Threshold;
}

export interface Demands {
  readonly minimums: readonly Minimum[];
  /** Optional fields that must be there, by kind of object. */
  readonly requires: Readonly<Record<string, readonly string[]>>;
}

const number = String.raw`(?<number>\d+)`;
const minimum = new RegExp(
  String.raw`\b(?:at least|no fewer than|not less than|(?:a )?minimum(?: of)?|min\.|au moins|(?:un )?minimum de|mindestens|al menos|almeno)\s+${number}\s+(?<what>[^.;,!?]+)|\b(?<more>\d+)\s+or more\s+(?<things>[^.;,!?]+)`,
  "giu",
);

/** What each standard counts, by the noun; those for each area, question or recommendation come first. */
const counted: readonly (readonly [RegExp, Threshold])[] = [
  [/\bfailures?\b|\bincidents?\b|\béchecs?\b/iu, "failures-per-area"],
  [/\bcase stud|\bcases?\b|études? de cas|\bcas\b|fallstudie|casos?\b/iu, "cases-per-area"],
  [/\borgani[sz]ations?\b|\borganismes?\b/iu, "organisations-cited"],
  [/\bsources?\b|\breferences?\b|références|\bcitations\b|quellen|fuentes|fonti/iu, "sources-cited"],
  [/\brecomm(?:e|a)nda/iu, "recommendations"],
  [/\bdiagrams?\b|\bfigures?\b|\bschémas?\b|diagramme/iu, "diagrams-per-area"],
  [/\bsnippets?\b|code examples?|exemples? de code/iu, "snippets-per-question"],
  [/\bmodels?\b|modèles/iu, "models"],
  [/\brisks?\b|\brisques\b|risiken/iu, "risks"],
  [/\bassumptions?\b|hypothèses/iu, "assumptions"],
  [/\boptions?\b|\balternatives\b/iu, "options"],
];

const fields: readonly (readonly [RegExp, readonly string[]])[] = [
  [/complexit/iu, ["complexity"]],
  [/\btimelines?\b|\bschedules?\b|calendrier|délais?|\beffort\b/iu, ["effort", "calendar"]],
  [/\bcosts?\b|coûts?/iu, ["cost"]],
  [/\bowners?\b|responsables?/iu, ["owner"]],
  [/\brisks?\b|risques?/iu, ["risk"]],
  [/\bmetrics?\b|indicateurs?/iu, ["metric"]],
];

export function demandsOf(sentences: readonly string[]): Demands {
  const minimums = sentences.flatMap((sentence) =>
    [...sentence.matchAll(minimum)].map(({ groups = {} }) => understood(groups)),
  );
  const required = new Set<string>();
  for (const sentence of sentences) {
    if (
      !/\b(?:each|every|all|chaque|toute|jede)\b.*\brecomm(?:e|a)nda|\brecomm(?:e|a)ndations? (?:must|doivent|doit)\b/iu.test(
        sentence,
      )
    )
      continue;
    for (const [pattern, names] of fields) if (pattern.test(sentence)) for (const name of names) required.add(name);
  }
  return { minimums, requires: required.size > 0 ? { recommendation: [...required] } : {} };
}

function understood(groups: Record<string, string | undefined>): Minimum {
  const what = (groups["what"] ?? groups["things"] ?? "").trim();
  const threshold = counted.find(([noun]) => noun.test(what))?.[1];
  return { number: Number(groups["number"] ?? groups["more"]), what, ...(threshold ? { threshold } : {}) };
}
