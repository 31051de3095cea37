/** Every area has enough case studies. */
import { changed } from "../example.ts";
import { atLeastPerArea } from "../per-area.ts";
import type { Rule } from "../rule.ts";

export const casesPerArea: Rule = {
  id: "cases-per-area",
  family: "coverage",
  severity: "error",
  summary: "Every area has at least as many case studies as the profile asks for.",
  why: "Patterns are cheap to describe; what happened to somebody who used them is evidence.",
  thresholds: ["cases-per-area"],
  good: { files: {}, thresholds: { "cases-per-area": 1 } },
  bad: { files: changed("dossier.yaml", "id: transport", "id: ⟦transport⟧"), thresholds: { "cases-per-area": 2 } },
  check(input, report) {
    const { dossier } = input;
    const count = (area: string) => [...dossier.cases.values()].filter((entry) => entry.area === area).length;
    return atLeastPerArea(
      input,
      report,
      "cases-per-area",
      "case studies",
      "Add a card in research/areas/<area>/cases/.",
      count,
    );
  },
};
