/** The thresholds that a profile of dossier.yaml may set; a rule whose threshold is not set examines nothing. */
import type { LintInput } from "./rule.ts";

/** Name and meaning. Shares are 0..1. */
export const thresholds = {
  "sources-cited": "at least so many sources are cited",
  "organisations-cited": "at least so many organisations answer for them",
  "organisation-share": "at most this share of the cited sources comes from one organisation",
  "fact-citations": "at least so many distinct pairs of a fact and an object that cites it",
  "tier-t0-t1-share": "at least this share of the cited sources is of tier T0 or T1",
  "tier-t3-share": "at most this share of the cited sources is of tier T3",
  "recent-sources-share": "at least this share of the cited, not foundational sources is recent",
  "recent-months": "so many months old is still recent; 18 if not set",
  "triangulation-organisations": "a finding rests on so many organisations, or says “single source”; 2 if not set",
  "cases-per-area": "at least so many case studies in each area",
  "failures-per-area": "at least so many failures or incidents among the case studies of each area",
  "first-party-cases-share": "at least this share of the case studies is told by the organisation itself",
  recommendations: "at least so many recommendations",
  "recommendations-at-most": "at most so many recommendations",
  "findings-per-recommendation": "each recommendation rests on at least so many findings",
  "diagrams-per-area": "at least so many diagrams placed in each area",
  "snippets-per-question": "at least so many snippets for each question",
  "snippets-executed-share": "at least this share of the snippets is executed by its check",
  models: "at least so many executable models",
  assumptions: "at least so many assumptions",
  risks: "at least so many risks",
  conflicts: "at least so many conflicts of the evidence",
  controls: "at least so many controls in the crosswalk",
  options: "each options table has at least so many rows",
  "option-factors": "each options table has at least so many factors",
  "option-units": "at least so many of the factors have a unit",
  "sentence-words": "no sentence has more words",
  "mean-sentence-words": "the mean sentence has at most so many words",
  "long-sentence-words": "a sentence with more words is long; 35 if not set",
  "long-sentence-share": "at most this share of the sentences is long",
  "answer-words": "an answer has at most so many words",
  "summary-words": "the summary has at most so many words",
  "body-words": "the report has at most so many words",
  "heading-depth": "no heading of a file is deeper",
  "effort-range": "the pessimistic effort is at least so many times the middle one",
} as const;

export type Threshold = keyof typeof thresholds;

export const threshold = ({ standards }: Pick<LintInput, "standards">, name: Threshold): number | undefined =>
  standards.thresholds[name];
