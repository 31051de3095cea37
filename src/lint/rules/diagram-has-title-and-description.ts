/** A diagram can be read aloud. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { top } from "../top.ts";

export const diagramHasTitleAndDescription: Rule = {
  id: "diagram-has-title-and-description",
  family: "diagrams",
  severity: "error",
  summary: "Every diagram has accTitle and accDescr.",
  why: "They are the text of the picture for readers who don't see it, and for search.",
  good: { files: {} },
  bad: {
    files: changed(
      "diagrams/ways.mmd",
      "flowchart LR",
      "⟦flowchart LR⟧",
      "  accDescr: The bicycle goes straight, the bus by the market.\n",
      "",
    ),
  },
  check({ dossier }, report) {
    for (const diagram of dossier.diagrams.values()) {
      const missing = [...(diagram.data.title ? [] : ["accTitle"]), ...(diagram.data.description ? [] : ["accDescr"])];
      if (missing.length > 0)
        report(top(diagram), `Missing ${missing.join(" and ")} of the diagram “${diagram.id}”`, {
          hint: "Add “accTitle: …” and “accDescr: …” below the first line.",
        });
    }
    return dossier.diagrams.size;
  },
};
