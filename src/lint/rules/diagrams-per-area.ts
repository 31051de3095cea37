/** Every area has enough diagrams. */
import { placements } from "../directives.ts";
import { changed } from "../example.ts";
import { atLeastPerArea } from "../per-area.ts";
import type { Rule } from "../rule.ts";

export const diagramsPerArea: Rule = {
  id: "diagrams-per-area",
  family: "coverage",
  severity: "error",
  summary: "Every area places at least as many diagrams as the profile asks for.",
  why: "An architecture that cannot be drawn has not been understood.",
  thresholds: ["diagrams-per-area"],
  good: { files: {}, thresholds: { "diagrams-per-area": 1 } },
  bad: { files: changed("dossier.yaml", "id: transport", "id: ⟦transport⟧"), thresholds: { "diagrams-per-area": 2 } },
  check(input, report) {
    const { dossier } = input;
    const placed = [...placements(dossier).diagram.entries()];
    const count = (area: string) =>
      placed.filter(([, entries]) =>
        entries.some((entry) => entry.area === area || (entry.kind === "area" && entry.id === area)),
      ).length;
    return atLeastPerArea(
      input,
      report,
      "diagrams-per-area",
      "diagrams",
      "Draw one in research/diagrams/ and place it with ::diagram[Caption.]{#id}.",
      count,
    );
  },
};
