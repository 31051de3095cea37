/** `[@key#fact]` names a fact of the source. */
import { didYouMean } from "../../core/suggest.ts";
import { factOf } from "../../model/dossier.ts";
import { citedItems } from "../citations.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const citedFactExists: Rule = {
  id: "cited-fact-exists",
  family: "citations",
  severity: "error",
  summary: "Every fact that a citation names is recorded in its source.",
  why: "The fact is what binds a sentence to a passage; a fact that is not recorded can't be verified.",
  good: { files: {} },
  bad: { files: changed("areas/transport/area.md", "[@city-count]", "[⟦@city-count#sped⟧]") },
  check({ dossier }, report) {
    const cited = citedItems(dossier).filter(({ item }) => item.fact !== undefined);
    for (const { prose, item } of cited) {
      const source = dossier.sources.get(item.key);
      if (!source || factOf(dossier, item.key, item.fact as string)) continue;
      const known = (source.data.facts ?? []).map(({ id }) => id);
      report(prose.at(item.span), `Unexpected fact “${item.fact}”, expected a fact of ${item.key}`, {
        hint:
          didYouMean(item.fact as string, known) ??
          (known.length > 0
            ? `Facts of ${item.key}: ${known.join(", ")}.`
            : `Record it with \`dossier fact ${item.key}\`.`),
      });
    }
    return cited.length;
  },
};
