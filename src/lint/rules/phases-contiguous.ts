/** Phases follow each other. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const phasesContiguous: Rule = {
  id: "phases-contiguous",
  family: "roadmap",
  severity: "error",
  summary:
    "The first phase begins on day 0, every phase begins where the one before ends, and ends later than it begins.",
  why: "Gaps are time that nobody planned, and overlaps count the same people twice.",
  good: { files: {} },
  bad: { files: changed("roadmap.yaml", "from-day: 42", "from-day: ⟦45⟧") },
  check({ dossier: { roadmap } }, report) {
    if (!roadmap) return 0;
    let expected = 0;
    for (const [index, phase] of roadmap.data.phases.entries()) {
      const { "from-day": from, "to-day": to } = phase;
      if (from !== expected)
        report(
          roadmap.at("phases", index, "from-day"),
          `Unexpected first day ${from} of phase “${phase.id}”, expected ${expected}`,
          { hint: "Begin where the phase before ends." },
        );
      if (to <= from)
        report(
          roadmap.at("phases", index, "to-day"),
          `Unexpected last day ${to} of phase “${phase.id}”, expected more than ${from}`,
          { hint: "Give the phase a length." },
        );
      expected = to;
    }
    return roadmap.data.phases.length;
  },
};
