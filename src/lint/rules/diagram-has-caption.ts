/** A figure says what to see. */
import { usedDirectives } from "../directives.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const diagramHasCaption: Rule = {
  id: "diagram-has-caption",
  family: "diagrams",
  severity: "warning",
  summary: "Every placed diagram has a caption that states the take-away.",
  why: "Readers look at pictures and captions first; many read nothing else.",
  good: { files: {} },
  bad: {
    files: changed(
      "areas/transport/bicycles.md",
      "::diagram[Bicycles take the direct way.]{#ways}",
      "⟦::diagram{#ways}⟧",
    ),
  },
  check({ dossier }, report) {
    const diagrams = usedDirectives(dossier).filter(({ directive }) => directive.name === "diagram");
    for (const { prose, directive } of diagrams)
      if (directive.label.trim() === "")
        report(prose.at(directive.span), "Missing caption of a diagram", {
          hint: "Write ::diagram[What the reader should see in it.]{#id}.",
        });
    return diagrams.length;
  },
};
