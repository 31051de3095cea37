/** Enough requirements are mapped to controls. */
import { atLeast } from "../at-least.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const controlsCount: Rule = {
  id: "controls-count",
  family: "coverage",
  severity: "error",
  summary: "The crosswalk has at least as many controls as the profile asks for.",
  why: "An auditor asks article by article; what is not mapped has to be found out under pressure.",
  thresholds: ["controls"],
  good: { files: {}, thresholds: { controls: 1 } },
  bad: {
    files: changed("dossier.yaml", "title: Getting to work", "title: ⟦Getting to work⟧"),
    thresholds: { controls: 5 },
  },
  check(input, report) {
    const { dossier } = input;
    const found = dossier.crosswalk?.data.controls.length ?? 0;
    return atLeast(input, report, {
      threshold: "controls",
      found,
      what: "controls",
      hint: "Add controls to research/crosswalk.yaml, one for each article that applies.",
    });
  },
};
