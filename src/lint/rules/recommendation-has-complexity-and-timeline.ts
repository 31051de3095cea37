/** A recommendation says what it takes. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { top } from "../top.ts";

export const recommendationHasComplexityAndTimeline: Rule = {
  id: "recommendation-has-complexity-and-timeline",
  family: "coverage",
  severity: "error",
  summary: "Every recommendation states its complexity, its effort and its calendar time.",
  why: "Nobody can decide for something whose price and date are left out.",
  good: { files: {} },
  bad: {
    files: changed("recommendations/count-again.md", "---", "⟦---⟧", "complexity: S\n", ""),
  },
  check({ dossier }, report) {
    for (const entry of dossier.recommendations.values()) {
      const missing = (["complexity", "effort", "calendar"] as const).filter(
        (field) => entry.data[field] === undefined,
      );
      if (missing.length === 0) continue;
      report(top(entry), `Missing ${missing.join(" and ")} of the recommendation “${entry.id}”`, {
        hint: "Add complexity: S, M, L or XL; effort: { p50, p90 } in person-weeks; calendar: { weeks }.",
      });
    }
    return dossier.recommendations.size;
  },
};
