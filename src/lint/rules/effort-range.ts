/** An estimate is a range. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { threshold } from "../thresholds.ts";

export const effortRange: Rule = {
  id: "effort-range",
  family: "roadmap",
  severity: "error",
  summary:
    "The pessimistic effort of every recommendation is larger than the middle one, by the factor that the profile asks for.",
  why: "Estimates are wrong in one direction; a range that is too narrow hides it.",
  thresholds: ["effort-range"],
  good: { files: {}, thresholds: { "effort-range": 1.5 } },
  bad: { files: changed("recommendations/build-lanes.md", "p90: 4", "p90: ⟦1⟧") },
  check(input, report) {
    const factor = threshold(input, "effort-range");
    let examined = 0;
    for (const entry of input.dossier.recommendations.values()) {
      const { effort } = entry.data;
      if (!effort) continue;
      examined++;
      const least = effort.p50 * (factor ?? 1);
      if (effort.p90 <= effort.p50 || effort.p90 < least - 1e-9)
        report(
          entry.at("effort", "p90"),
          `Unexpected p90 of ${effort.p90} person-weeks, expected ${factor ? `at least ${Number(least.toFixed(2))}` : `more than p50, ${effort.p50}`}`,
          {
            hint: "Ask what it takes if the worst of ten attempts happens.",
          },
        );
    }
    return examined;
  },
};
