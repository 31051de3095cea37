/** Every recommendation is scored on every criterion. */
import { didYouMean } from "../../core/suggest.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { top } from "../top.ts";

export const scoresComplete: Rule = {
  id: "scores-complete",
  family: "traceability",
  severity: "error",
  summary: "Every recommendation has a score from 1 to 5 for each criterion of matrix.yaml, and no other.",
  why: "The ranking compares sums; one missing score moves a recommendation to the end for no reason.",
  good: { files: {} },
  bad: {
    files: changed(
      "recommendations/count-again.md",
      "scores: { value: 3, effort: 5 }",
      "scores: { value: 3, effort: ⟦7⟧ }",
    ),
  },
  check({ dossier: { matrix, recommendations } }, report) {
    if (!matrix) return 0;
    const known = matrix.data.criteria.map(({ id }) => id);
    for (const entry of recommendations.values()) {
      const scores = entry.data.scores ?? {};
      const missing = known.filter((id) => !Object.hasOwn(scores, id));
      const place = entry.data.scores ? entry.atKey("scores") : top(entry);
      if (missing.length > 0)
        report(place, `Missing score of “${entry.id}” for ${missing.join(", ")}`, {
          hint: "Add it to scores:, from 1 (worst) to 5 (best).",
        });
      for (const [id, score] of Object.entries(scores)) {
        if (!known.includes(id))
          report(entry.atKey(id, "scores"), `Unexpected criterion “${id}”`, {
            hint: didYouMean(id, known) ?? `Criteria: ${known.join(", ")}.`,
          });
        else if (score < 1 || score > 5)
          report(entry.at("scores", id), `Unexpected score ${score}, expected 1 to 5`, {
            hint: "5 is best, also for effort: little work scores high.",
          });
      }
    }
    return recommendations.size;
  },
};
