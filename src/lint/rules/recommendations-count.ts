/** There are enough recommendations, and not too many. */
import { atLeast, atMost } from "../at-least.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const recommendationsCount: Rule = {
  id: "recommendations-count",
  family: "coverage",
  severity: "error",
  summary: "The number of recommendations lies between what the profile asks for and what it allows.",
  why: "Few recommendations leave findings without consequence; too many are not decided upon.",
  thresholds: ["recommendations", "recommendations-at-most"],
  good: { files: {}, thresholds: { recommendations: 2 } },
  bad: {
    files: changed("dossier.yaml", "title: Getting to work", "title: ⟦Getting to work⟧"),
    thresholds: { recommendations: 3 },
  },
  check(input, report) {
    const { dossier } = input;
    const found = dossier.recommendations.size;
    const examined = atMost(input, report, {
      threshold: "recommendations-at-most",
      found,
      what: "recommendations",
      hint: "Merge those that are decided together.",
    });
    return (
      examined +
      atLeast(input, report, {
        threshold: "recommendations",
        found,
        what: "recommendations",
        hint: "Add one file a decision in research/recommendations/.",
      })
    );
  },
};
