/** A phase holds what the team can do. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const phaseWithinCapacity: Rule = {
  id: "phase-within-capacity",
  family: "roadmap",
  severity: "error",
  summary: "The middle efforts of a phase sum to no more than its people, weeks and share of time allow.",
  why: "A plan that needs more people than there are is late before it starts.",
  good: { files: {} },
  bad: {
    files: changed(
      "roadmap.yaml",
      "to-day: 70, entry: [], exit: [The count is done], stop: Nobody comes, items: [count-again]",
      "to-day: 44, entry: [], exit: [The count is done], stop: Nobody comes, items: ⟦[count-again]⟧",
    ),
  },
  check({ dossier: { roadmap, recommendations } }, report) {
    if (!roadmap) return 0;
    const { capacity, phases } = roadmap.data;
    for (const [index, phase] of phases.entries()) {
      const weeks = (phase["to-day"] - phase["from-day"]) / 7;
      const available = capacity.people * weeks * (capacity.share ?? 1);
      const needed = phase.items.reduce((sum, id) => sum + (recommendations.get(id)?.data.effort?.p50 ?? 0), 0);
      if (needed <= available + 1e-9) continue;
      report(
        roadmap.at("phases", index, "items"),
        `Unexpected effort of ${Number(needed.toFixed(1))} person-weeks in phase “${phase.id}”, expected at most ${Number(available.toFixed(1))}`,
        {
          hint: "Move a recommendation to a later phase, or make the phase longer.",
        },
      );
    }
    return phases.length;
  },
};
