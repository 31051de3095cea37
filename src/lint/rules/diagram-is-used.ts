/** A diagram is shown. */
import { placements } from "../directives.ts";
import { exampleFiles } from "../example.ts";
import type { Rule } from "../rule.ts";
import { top } from "../top.ts";

export const diagramIsUsed: Rule = {
  id: "diagram-is-used",
  family: "diagrams",
  severity: "warning",
  summary: "Every diagram is placed once.",
  why: "A drawing that nobody sees is not kept true; one that stands twice has two numbers.",
  good: { files: {} },
  bad: {
    files: {
      "diagrams/other.mmd": (exampleFiles["diagrams/ways.mmd"] as string).replace("flowchart LR", "⟦flowchart LR⟧"),
    },
  },
  check({ dossier }, report) {
    const placed = placements(dossier).diagram;
    for (const diagram of dossier.diagrams.values()) {
      const count = placed.get(diagram.id)?.length ?? 0;
      if (count === 0)
        report(top(diagram), `Unused diagram “${diagram.id}”`, {
          hint: `Place it with ::diagram[Caption.]{#${diagram.id}}, or delete the file.`,
        });
      else if (count > 1)
        report(top(diagram), `Unexpected ${count} places of the diagram “${diagram.id}”, expected one`, {
          hint: `Link to it with :ref[${diagram.id}] elsewhere.`,
        });
    }
    return dossier.diagrams.size;
  },
};
