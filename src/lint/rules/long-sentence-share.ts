/** Long sentences are rare. */
import { atMost } from "../at-least.ts";
import { sentenceLengths } from "../body.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { threshold } from "../thresholds.ts";

export const longSentenceShare: Rule = {
  id: "long-sentence-share",
  family: "prose",
  severity: "warning",
  summary: "Long sentences are no larger a share than the profile allows.",
  why: "One long sentence in a page is rhythm; one in every paragraph is work.",
  thresholds: ["long-sentence-share", "long-sentence-words"],
  good: { files: {}, thresholds: { "long-sentence-share": 0.04 } },
  bad: {
    files: changed("dossier.yaml", "title: Getting to work", "title: ⟦Getting to work⟧"),
    thresholds: { "long-sentence-share": 0.04, "long-sentence-words": 4 },
  },
  check(input, report) {
    const lengths = sentenceLengths(input.dossier);
    if (lengths.length === 0) return 0;
    const most = threshold(input, "long-sentence-words") ?? 35;
    const found = lengths.filter((words) => words > most).length / lengths.length;
    return atMost(input, report, {
      threshold: "long-sentence-share",
      found,
      what: `sentences have more than ${most} words`,
      hint: "Split them.",
      share: true,
    });
  },
};
