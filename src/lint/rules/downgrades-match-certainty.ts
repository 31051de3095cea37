/** Certainty is lost for stated reasons. */
import { certainties } from "../../model/certainties.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const downgradesMatchCertainty: Rule = {
  id: "downgrades-match-certainty",
  family: "traceability",
  severity: "warning",
  summary: "Every finding gives one reason for each level of certainty that it has lost.",
  why: "GRADE starts at high and goes down for reasons; without them a grade is a feeling.",
  good: { files: {} },
  bad: { files: changed("areas/transport/bicycles.md", "certainty: high", "certainty: ⟦moderate⟧") },
  check({ dossier }, report) {
    for (const finding of dossier.findings.values()) {
      const { certainty, downgrades = [] } = finding.data;
      const lost = certainties.indexOf(certainty);
      if (downgrades.length === lost) continue;
      report(
        finding.at("certainty"),
        `Unexpected ${downgrades.length} downgrades for certainty “${certainty}”, expected ${lost}`,
        {
          hint: "Give one entry in downgrades: for each level below high, each with its reason.",
        },
      );
    }
    return dossier.findings.size;
  },
};
