/** Every source is cited. */
import { citedItems } from "../citations.ts";
import { exampleFiles } from "../example.ts";
import type { Rule } from "../rule.ts";
import { top } from "../top.ts";

export const sourceIsUsed: Rule = {
  id: "source-is-used",
  family: "structure",
  severity: "warning",
  summary: "Every source is cited somewhere.",
  why: "A source that nothing cites either carries evidence that was forgotten, or pads the list.",
  good: { files: {} },
  bad: {
    files: {
      "sources/forgotten.yaml": (exampleFiles["sources/bus-timetable.yaml"] as string).replace("type:", "⟦type⟧:"),
    },
  },
  check({ dossier }, report) {
    const used = new Set(citedItems(dossier).map(({ item }) => item.key));
    for (const source of dossier.sources.values())
      if (!used.has(source.id))
        report(top(source), `Unused source “${source.id}”`, {
          hint: `Cite it as [@${source.id}#fact], or delete its file.`,
        });
    return dossier.sources.size;
  },
};
