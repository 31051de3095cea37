/** Where the sources disagree is said. */
import { atLeast } from "../at-least.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const conflictsCount: Rule = {
  id: "conflicts-count",
  family: "coverage",
  severity: "error",
  summary: "There are at least as many conflicts of the evidence as the profile asks for.",
  why: "Sources that never disagree were chosen to agree; a reader wants to see how contradictions were resolved.",
  thresholds: ["conflicts"],
  good: { files: {}, thresholds: { conflicts: 1 } },
  bad: {
    files: changed("dossier.yaml", "title: Getting to work", "title: ⟦Getting to work⟧"),
    thresholds: { conflicts: 5 },
  },
  check(input, report) {
    const { dossier } = input;
    const found = dossier.conflicts?.data.conflicts.length ?? 0;
    return atLeast(input, report, {
      threshold: "conflicts",
      found,
      what: "conflicts of the evidence",
      hint: "Add contradictions to research/conflicts.yaml, resolved or open.",
    });
  },
};
