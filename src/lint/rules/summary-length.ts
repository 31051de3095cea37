/** The summary is short. */
import { atMost } from "../at-least.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { top } from "../top.ts";

export const summaryLength: Rule = {
  id: "summary-length",
  family: "prose",
  severity: "warning",
  summary: "The summary has no more words than the profile allows.",
  why: "Most readers read only the summary, in five minutes.",
  thresholds: ["summary-words"],
  good: { files: {}, thresholds: { "summary-words": 600 } },
  bad: { files: changed("sections/summary.md", "---", "⟦---⟧"), thresholds: { "summary-words": 5 } },
  check(input, report) {
    const summary = input.dossier.sections.get("summary");
    if (!summary) return 0;
    return atMost(input, report, {
      threshold: "summary-words",
      found: summary.body?.reading.words ?? 0,
      place: top(summary),
      what: "words in the summary",
      hint: "Keep the decision asked for, the first recommendations, cost, time and risks.",
    });
  },
};
