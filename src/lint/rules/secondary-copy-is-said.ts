/** Who has not read the original says so. */
import { citedScopes, secondaryWords } from "../claims.ts";
import { changed } from "../example.ts";
import { factsOf } from "../figures.ts";
import type { EntryRule } from "../rule.ts";

export const secondaryCopyIsSaid: EntryRule = {
  id: "secondary-copy-is-said",
  family: "citations",
  severity: "warning",
  summary: "A sentence that stands on another's account of a source says so.",
  why: "Retold figures are often wrong in unit or scope; a reader must know that the original was not read.",
  good: {
    files: {
      ...changed("sources/bus-timetable.yaml", "copy: primary", "copy: secondary"),
      ...changed("areas/transport/bicycles.md", "a bus runs every", "by a secondary account a bus runs every"),
    },
  },
  bad: {
    files: {
      ...changed("sources/bus-timetable.yaml", "copy: primary", "copy: secondary"),
      ...changed("areas/transport/bicycles.md", "@bus-timetable#interval", "⟦@bus-timetable#interval⟧"),
    },
  },
  checkEntry(entry, { sources }, report) {
    if (entry.kind === "model") return 0; // the origin of an input is a reference, not a sentence
    let examined = 0;
    for (const prose of entry.prose)
      for (const { items, text } of citedScopes(entry, prose)) {
        const secondary = items.find((item) => item.fact && factsOf(sources, item)[0]?.copy === "secondary");
        if (!secondary) continue;
        examined++;
        if (!secondaryWords.test(text))
          report(
            prose.at(secondary.span),
            `Missing word that ${secondary.key}#${secondary.fact} is a secondary account`,
            {
              hint: "Write “a secondary account says” or “reported by …”, or read the original and set copy: primary.",
            },
          );
      }
    return examined;
  },
};
