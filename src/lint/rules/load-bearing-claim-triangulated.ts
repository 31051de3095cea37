/** An answer stands on more than one voice, or says that it does not. */
import { itemsIn } from "../../model/entry.ts";
import { citesBroken, organisationsIn } from "../citations.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { threshold } from "../thresholds.ts";

export const loadBearingClaimTriangulated: Rule = {
  id: "load-bearing-claim-triangulated",
  family: "citations",
  severity: "warning",
  summary: "Every finding rests on sources of two organisations, or says “single source”.",
  why: "One voice may be mistaken or interested; independent agreement is the cheapest test there is.",
  thresholds: ["triangulation-organisations"],
  good: { files: {} },
  bad: {
    files: changed(
      "areas/transport/bicycles.md",
      "answer: Bicycles beat buses on short ways [@city-count#speed].",
      "answer: ⟦Bicycles beat buses on short ways [@city-count#speed].⟧",
    ),
    thresholds: { "triangulation-organisations": 3 },
  },
  check(input, report) {
    const { dossier } = input;
    const least = threshold(input, "triangulation-organisations") ?? 2;
    for (const finding of dossier.findings.values()) {
      if (citesBroken(dossier, itemsIn(finding))) continue;
      const voices = organisationsIn(dossier, finding);
      if (voices.size >= least || finding.prose.some(({ text }) => /\bsingle[ -]sources?\b/i.test(text))) continue;
      report(
        finding.at("answer"),
        `Unexpected ${voices.size} organisations behind the finding “${finding.id}”, expected at least ${least}`,
        {
          hint: "Cite an independent source as well, or write “single source” in the text.",
        },
      );
    }
    return dossier.findings.size;
  },
};
