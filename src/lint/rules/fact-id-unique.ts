/** A fact's id is its own within the source. */
import type { Source } from "../../model/source.ts";
import { changed } from "../example.ts";
import type { EntryRule } from "../rule.ts";

export const factIdUnique: EntryRule = {
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
  kinds: ["source"],
  checkEntry(entry, _ground, report) {
    const { facts = [] } = entry.data as Source;
    const seen = new Set<string>();
    for (const [index, { id }] of facts.entries()) {
      if (seen.has(id))
        report(entry.at("facts", index, "id"), `Unexpected second fact “${id}” of ${entry.id}`, {
          hint: "Give it another id, and cite that.",
        });
      seen.add(id);
    }
    return facts.length;
  },
};
