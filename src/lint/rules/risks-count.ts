/** What can go wrong is written down. */
import { atLeast } from "../at-least.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const risksCount: Rule = {
  id: "risks-count",
  family: "coverage",
  severity: "error",
  summary: "There are at least as many risks as the profile asks for.",
  why: "A plan without risks has not been thought through to its end.",
  thresholds: ["risks"],
  good: { files: {}, thresholds: { risks: 1 } },
  bad: {
    files: changed("dossier.yaml", "title: Getting to work", "title: ⟦Getting to work⟧"),
    thresholds: { risks: 5 },
  },
  check(input, report) {
    const { dossier } = input;
    const found = dossier.risks?.data.risks.length ?? 0;
    return atLeast(input, report, {
      threshold: "risks",
      found,
      what: "risks",
      hint: "Add risks with trigger and owner to research/risks.yaml.",
    });
  },
};
