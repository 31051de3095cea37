/** An answer fits its box. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { threshold } from "../thresholds.ts";

export const answerLength: Rule = {
  id: "answer-length",
  family: "prose",
  severity: "warning",
  summary: "No answer of a finding has more words than the profile allows.",
  why: "The answer is what is quoted in meetings; if it is long, each reader quotes another part.",
  thresholds: ["answer-words"],
  good: { files: {}, thresholds: { "answer-words": 60 } },
  bad: {
    files: changed(
      "areas/transport/bicycles.md",
      "answer: Bicycles beat buses on short ways [@city-count#speed].",
      "answer: ⟦Bicycles beat buses on short ways [@city-count#speed].⟧",
    ),
    thresholds: { "answer-words": 5 },
  },
  check(input, report) {
    const most = threshold(input, "answer-words");
    if (most === undefined) return 0;
    for (const finding of input.dossier.findings.values()) {
      const words = finding.field("answer")?.reading.words ?? 0;
      if (words > most)
        report(finding.at("answer"), `Unexpected answer of ${words} words, expected at most ${most}`, {
          hint: "Keep the decision and its condition; move the rest into the prose.",
        });
    }
    return input.dossier.findings.size;
  },
};
