/** A snippet is shown. */
import { placements } from "../directives.ts";
import { exampleFiles } from "../example.ts";
import type { Rule } from "../rule.ts";
import { top } from "../top.ts";

export const snippetIsUsed: Rule = {
  id: "snippet-is-used",
  family: "snippets",
  severity: "warning",
  summary: "Every snippet is placed somewhere.",
  why: "Code that the report does not show is not part of its argument.",
  good: { files: {} },
  bad: {
    files: { "snippets/other.yaml": (exampleFiles["snippets/rack.yaml"] as string).replace("title:", "⟦title⟧:") },
  },
  check({ dossier }, report) {
    const placed = placements(dossier).snippet;
    for (const snippet of dossier.snippets.values())
      if (!placed.has(snippet.id))
        report(top(snippet), `Unused snippet “${snippet.id}”`, {
          hint: `Place it with ::snippet{#${snippet.id}}, or delete it.`,
        });
    return dossier.snippets.size;
  },
};
