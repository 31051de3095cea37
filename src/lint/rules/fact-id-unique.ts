/** A fact's id is its own within the source. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const factIdUnique: Rule = {
  id: "fact-id-unique",
  family: "structure",
  severity: "error",
  summary: "No two facts of a source have the same id.",
  why: "A citation of the id would reach only the first of them, and the number rule would read the wrong figures.",
  good: { files: {} },
  bad: {
    files: changed(
      "sources/bus-timetable.yaml",
      "    pin: { words: 9",
      `  - id: ⟦interval⟧
    states: a bus runs rarely on Sundays
    at: footer
    seen: 2026-11-22
    copy: primary
    pin: { words: 9`,
    ),
  },
  check({ dossier }, report) {
    let examined = 0;
    for (const source of dossier.sources.values()) {
      const seen = new Set<string>();
      for (const [index, { id }] of (source.data.facts ?? []).entries()) {
        examined++;
        if (seen.has(id))
          report(source.at("facts", index, "id"), `Unexpected second fact “${id}” of ${source.id}`, {
            hint: "Give it another id, and cite that.",
          });
        seen.add(id);
      }
    }
    return examined;
  },
};
