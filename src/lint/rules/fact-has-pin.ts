/** A fact is bound to its passage. */
import type { Source } from "../../model/source.ts";
import { changed } from "../example.ts";
import type { EntryRule } from "../rule.ts";

export const factHasPin: EntryRule = {
  id: "fact-has-pin",
  family: "citations",
  severity: "warning",
  summary: "Every fact has the fingerprint of its passage, or a quotation of it.",
  why: "Only a bound fact can be verified: `dossier verify` looks for the passage in the page as it is today.",
  good: { files: {} },
  bad: {
    files: changed(
      "sources/bus-timetable.yaml",
      "id: interval",
      `id: ⟦first⟧
    states: the first bus runs in the morning
    at: header
    seen: 2026-11-22
    copy: primary
  - id: interval`,
    ),
  },
  kinds: ["source"],
  checkEntry(entry, _ground, report) {
    const { facts = [] } = entry.data as Source;
    for (const [index, { id, pin, quote }] of facts.entries())
      if (!pin && !quote)
        report(entry.at("facts", index, "id"), `Missing pin of the fact “${entry.id}#${id}”`, {
          hint: "Compute it with `dossier fact --passage`, which stores none of the text.",
        });
    return facts.length;
  },
};
