/** A finding rests on sources. */
import type { Rule } from "../rule.ts";

export const findingCitesSource: Rule = {
  id: "finding-cites-source",
  family: "citations",
  severity: "error",
  summary: "Every finding cites at least one source.",
  why: "A finding without a source is an opinion; the report promises that no claim stands alone.",
  good: { files: {} },
  bad: {
    files: {
      "areas/transport/bicycles.md": `⟦---⟧
title: Bicycles
answer: Bicycles move people.
verdict: adopt
because: They are cheap.
certainty: low
---
Nothing is cited here.
`,
    },
  },
  check({ dossier }, report) {
    for (const finding of dossier.findings.values()) {
      if (finding.prose.some((prose) => prose.reading.citations.length > 0)) continue;
      report({ source: finding.source, span: { start: 0, end: 3 } }, `Finding “${finding.id}” cites no source`, {
        hint: "Cite the facts that carry the answer: [@key#fact].",
      });
    }
    return dossier.findings.size;
  },
};
