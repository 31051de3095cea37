/** The report is no longer than it must be. */
import { atMost } from "../at-least.ts";
import { runningText, wordsIn } from "../body.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const bodyLength: Rule = {
  id: "body-length",
  family: "prose",
  severity: "warning",
  summary: "The running text of the report, without tables and appendices, has no more words than the profile allows.",
  why: "What is too long is not read, and what is not read does not help to decide.",
  thresholds: ["body-words"],
  good: { files: {}, thresholds: { "body-words": 1000 } },
  bad: {
    files: changed("dossier.yaml", "title: Getting to work", "title: ⟦Getting to work⟧"),
    thresholds: { "body-words": 20 },
  },
  check(input, report) {
    const found = runningText(input.dossier).reduce((sum, { reading }) => sum + wordsIn(reading), 0);
    return atMost(input, report, {
      threshold: "body-words",
      found,
      what: "words of running text",
      hint: "Cut what no decision needs.",
    });
  },
};
