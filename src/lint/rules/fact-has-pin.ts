/** A fact is bound to its passage. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const factHasPin: Rule = {
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
  check({ dossier }, report) {
    let examined = 0;
    for (const source of dossier.sources.values())
      for (const [index, { id, pin, quote }] of (source.data.facts ?? []).entries()) {
        examined++;
        if (!pin && !quote)
          report(source.at("facts", index, "id"), `Missing pin of the fact “${source.id}#${id}”`, {
            hint: "Compute it with `dossier fact --passage`, which stores none of the text.",
          });
      }
    return examined;
  },
};
