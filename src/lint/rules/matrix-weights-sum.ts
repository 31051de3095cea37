/** The weights of the decision matrix are shares of a whole. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const matrixWeightsSum: Rule = {
  id: "matrix-weights-sum",
  family: "traceability",
  severity: "error",
  summary: "The weights of matrix.yaml sum to 100 and none is negative.",
  why: "Only weights of one whole can be compared and varied.",
  good: { files: {} },
  bad: { files: changed("matrix.yaml", "weight: 60", "weight: 50", "criteria:", "⟦criteria⟧:") },
  check({ dossier: { matrix } }, report) {
    if (!matrix) return 0;
    const { criteria } = matrix.data;
    const sum = criteria.reduce((total, { weight }) => total + weight, 0);
    if (Math.abs(sum - 100) > 1e-6)
      report(matrix.atKey("criteria"), `Unexpected sum of the weights ${Number(sum.toFixed(4))}, expected 100`, {
        hint: "Change the weights so that they sum to 100.",
      });
    for (const [index, { weight }] of criteria.entries())
      if (weight < 0)
        report(matrix.at("criteria", index, "weight"), `Unexpected weight ${weight}, expected 0 or more`, {
          hint: "Turn the criterion round, so that more of it is better.",
        });
    return criteria.length;
  },
};
