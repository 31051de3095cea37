/** Every recommendation has its phase. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { top } from "../top.ts";

export const recommendationIsScheduled: Rule = {
  id: "recommendation-is-scheduled",
  family: "roadmap",
  severity: "error",
  summary: "Every recommendation stands in exactly one phase of the roadmap.",
  why: "What is in no phase is not planned, and what is in two is counted twice.",
  good: { files: {} },
  bad: { files: changed("roadmap.yaml", "items: [count-again]", "items: [count-again, ⟦build-lanes⟧]") },
  check({ dossier: { roadmap, recommendations } }, report) {
    if (!roadmap) return 0;
    const first = new Map<string, string>();
    for (const [index, phase] of roadmap.data.phases.entries())
      for (const [at, id] of phase.items.entries()) {
        const other = first.get(id);
        if (other !== undefined)
          report(
            roadmap.at("phases", index, "items", at),
            `Unexpected second place of “${id}”, which is in phase “${other}”`,
            { hint: "Leave it in one phase; split the recommendation if it has two parts." },
          );
        else first.set(id, phase.id);
      }
    for (const entry of recommendations.values())
      if (!first.has(entry.id))
        report(top(entry), `Missing phase of the recommendation “${entry.id}”`, {
          hint: "Add it to items: of a phase in research/roadmap.yaml.",
        });
    return recommendations.size;
  },
};
