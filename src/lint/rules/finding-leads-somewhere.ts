/** A finding has a consequence. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { top } from "../top.ts";

export const findingLeadsSomewhere: Rule = {
  id: "finding-leads-somewhere",
  family: "traceability",
  severity: "warning",
  summary: "A recommendation rests on every finding, or the finding says why nothing is to be done.",
  why: "A finding from which nothing follows is knowledge that was paid for and thrown away.",
  good: { files: {} },
  bad: {
    files: {
      ...changed("areas/transport/bicycles.md", "---", "⟦---⟧"),
      ...changed("recommendations/build-lanes.md", "findings: [bicycles]", "findings: [buses]"),
      ...changed("recommendations/count-again.md", "findings: [bicycles]", "findings: [buses]"),
    },
  },
  check({ dossier }, report) {
    const used = new Set([...dossier.recommendations.values()].flatMap(({ data }) => data.findings));
    for (const finding of dossier.findings.values()) {
      if (used.has(finding.id) || finding.data["no-action"]) continue;
      report(top(finding), `Unused finding “${finding.id}”: no recommendation rests on it`, {
        hint: "Name it in findings: of a recommendation, or add no-action: with the reason.",
      });
    }
    return dossier.findings.size;
  },
};
