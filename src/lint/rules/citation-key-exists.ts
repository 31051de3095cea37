/** A citation names a source. */
import { didYouMean } from "../../core/suggest.ts";
import { citedItems } from "../citations.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const citationKeyExists: Rule = {
  id: "citation-key-exists",
  family: "citations",
  severity: "error",
  summary: "Every citation names a source of research/sources.",
  why: "A reader who follows a citation must arrive somewhere; a mistyped key would print as an unresolved mark.",
  good: { files: {} },
  bad: { files: changed("areas/transport/area.md", "[@city-count]", "[⟦@city-cuont⟧]") },
  check({ dossier }, report) {
    const cited = citedItems(dossier);
    for (const { prose, item } of cited) {
      if (dossier.sources.has(item.key) || dossier.broken.has(`source/${item.key}`)) continue;
      report(prose.at(item.span), `Unexpected citation key “${item.key}”, expected a source`, {
        hint:
          didYouMean(item.key, [...dossier.sources.keys()]) ??
          `Add research/sources/${item.key}.yaml with \`dossier add-source\`.`,
      });
    }
    return cited.length;
  },
};
