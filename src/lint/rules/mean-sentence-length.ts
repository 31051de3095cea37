/** Sentences are short on average. */
import { atMost } from "../at-least.ts";
import { sentenceLengths } from "../body.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const meanSentenceLength: Rule = {
  id: "mean-sentence-length",
  family: "prose",
  severity: "warning",
  summary: "The mean sentence has no more words than the profile allows.",
  why: "Readers of decision reports read fast; the mean tells better than single sentences whether they can.",
  thresholds: ["mean-sentence-words"],
  good: { files: {}, thresholds: { "mean-sentence-words": 20 } },
  bad: {
    files: changed("dossier.yaml", "title: Getting to work", "title: ⟦Getting to work⟧"),
    thresholds: { "mean-sentence-words": 2 },
  },
  check(input, report) {
    const lengths = sentenceLengths(input.dossier);
    if (lengths.length === 0) return 0;
    const found = lengths.reduce((sum, words) => sum + words, 0) / lengths.length;
    return atMost(input, report, {
      threshold: "mean-sentence-words",
      found,
      what: "words in the mean sentence",
      hint: "Split the longest sentences.",
    });
  },
};
