/** What is assumed is written down. */
import { atLeast } from "../at-least.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const assumptionsCount: Rule = {
  id: "assumptions-count",
  family: "coverage",
  severity: "error",
  summary: "There are at least as many assumptions as the profile asks for.",
  why: "Every decision rests on things nobody has measured; those that are not written down cannot be tested.",
  thresholds: ["assumptions"],
  good: { files: {}, thresholds: { assumptions: 1 } },
  bad: {
    files: changed("dossier.yaml", "title: Getting to work", "title: ⟦Getting to work⟧"),
    thresholds: { assumptions: 5 },
  },
  check(input, report) {
    const { dossier } = input;
    const found = dossier.assumptions?.data.assumptions.length ?? 0;
    return atLeast(input, report, {
      threshold: "assumptions",
      found,
      what: "assumptions",
      hint: "Add what you take for granted to research/assumptions.yaml, each with a cheap test.",
    });
  },
};
