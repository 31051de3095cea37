/** No sentence is too long. */
import { sentencesIn } from "../body.ts";
import { changed } from "../example.ts";
import type { EntryRule } from "../rule.ts";
import { threshold } from "../thresholds.ts";

export const sentenceLength: EntryRule = {
  id: "sentence-length",
  family: "prose",
  severity: "warning",
  summary: "No sentence has more words than the profile allows.",
  why: "A reader who reaches the end of a long sentence has forgotten its beginning.",
  thresholds: ["sentence-words"],
  good: {
    files: changed(
      "sections/summary.md",
      "Build lanes first, then count again.",
      "Build lanes first, then count again.\n\n| What | Why |\n|---|---|\n| Lanes before anything else in the old town | They cost little and show at once who rides and who would ride |",
    ),
    thresholds: { "sentence-words": 12 },
  },
  bad: {
    files: changed(
      "sections/summary.md",
      "Build lanes first, then count again.",
      "⟦Build lanes first, then count again, then look at the count, and then build more of them.⟧",
    ),
    thresholds: { "sentence-words": 12 },
  },
  kinds: ["section", "area", "finding", "case", "recommendation"],
  checkEntry(entry, ground, report) {
    const most = threshold(ground, "sentence-words");
    if (most === undefined) return 0;
    let examined = 0;
    for (const prose of entry.prose)
      for (const { span, words } of sentencesIn(prose.reading)) {
        examined++;
        if (words > most)
          report(prose.at(span), `Unexpected sentence of ${words} words, expected at most ${most}`, {
            hint: "Make two of it.",
          });
      }
    return examined;
  },
};
