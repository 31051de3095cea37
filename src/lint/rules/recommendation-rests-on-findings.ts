/** A recommendation has more than one leg. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { threshold } from "../thresholds.ts";

export const recommendationRestsOnFindings: Rule = {
  id: "recommendation-rests-on-findings",
  family: "traceability",
  severity: "error",
  summary: "Every recommendation rests on at least as many findings as the profile asks for.",
  why: "What only one question supports is often an answer in search of a decision.",
  thresholds: ["findings-per-recommendation"],
  good: { files: {}, thresholds: { "findings-per-recommendation": 1 } },
  bad: {
    files: {
      ...changed("recommendations/build-lanes.md", "findings: [bicycles]", "findings: ⟦[bicycles]⟧"),
      ...changed("recommendations/count-again.md", "findings: [bicycles]", "findings: [bicycles, buses]"),
    },
    thresholds: { "findings-per-recommendation": 2 },
  },
  check(input, report) {
    const least = threshold(input, "findings-per-recommendation");
    if (least === undefined) return 0;
    for (const entry of input.dossier.recommendations.values()) {
      const found = new Set(entry.data.findings).size;
      if (found < least)
        report(entry.at("findings"), `Unexpected ${found} findings under “${entry.id}”, expected at least ${least}`, {
          hint: "Name the other findings that lead to the same decision.",
        });
    }
    return input.dossier.recommendations.size;
  },
};
