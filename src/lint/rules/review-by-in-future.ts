/** Nothing is past its review date. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const reviewByInFuture: Rule = {
  id: "review-by-in-future",
  family: "currency",
  severity: "warning",
  summary: "No review date of the dossier or of a finding has passed.",
  why: "A finding is written for a time; after its review date the reader can't know whether it still holds.",
  good: { files: {} },
  bad: { files: changed("areas/transport/bicycles.md", "review-by: 2099-01-01", "review-by: ⟦2025-01-01⟧") },
  check({ dossier, today }, report) {
    let examined = 0;
    for (const entry of [dossier.config, ...dossier.findings.values()]) {
      const date = entry.data["review-by"];
      if (!date) continue;
      examined++;
      if (date < today)
        report(entry.at("review-by"), `Unexpected review date ${date}, expected ${today} or later`, {
          hint: "Read the evidence again, correct what has changed, and set the next date.",
        });
    }
    return examined;
  },
};
