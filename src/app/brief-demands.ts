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
/** To the end of the clause, and over “, 3 …” to what else is demanded in one breath. */
const list = String.raw`(?:[^.;,!?]|,(?=\s*(?:\p{L}+\s+)?\d+\s+\p{L}))+`;
/** Before the next number of such a list. */
const next = /(?:\s*,\s*|\s+)(?:(?:and|et|und|y|e)\s+)?(?=\d+\s+\p{L})/u;
const minimum = new RegExp(
  String.raw`\b(?:at least|no fewer than|not less than|(?:a )?minimum(?: of)?|min\.|au moins|(?:un )?minimum de|mindestens|al menos|almeno)\s+${number}\s+(?<what>${list})|\b(?<more>\d+)\s+or more\s+(?<things>${list})`,
  "giu",
);

/** What each standard counts, by the noun; of two that begin at the same word the upper one is meant. */
const counted: readonly (readonly [RegExp, Threshold])[] = [
  [/\bcases? (?:of|about|on) failures?|\bfailures?\b|\bincidents?\b|\béchecs?\b/iu, "failures-per-area"],
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
    [...sentence.matchAll(minimum)].flatMap(({ groups = {} }) => demanded(groups)),
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

/** “20 sources and 3 case studies” are two. */
function demanded(groups: Record<string, string | undefined>): Minimum[] {
  const all = `${groups["number"] ?? groups["more"]} ${groups["what"] ?? groups["things"] ?? ""}`;
  return all.split(next).map((one) => {
    const [, figure, what = ""] = /^(\d+)\s+(.*)$/su.exec(one) ?? [];
    return understood(Number(figure), what.trim());
  });
}

/** The first noun says what is counted: “20 sources for each case” are sources. */
function understood(figure: number, what: string): Minimum {
  const [first] = counted
    .map(([noun, threshold]) => ({ threshold, at: what.search(noun) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return { number: figure, what, ...(first ? { threshold: first.threshold } : {}) };
}
