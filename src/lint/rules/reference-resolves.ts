/** Whatever a field names exists. */
import { didYouMean } from "../../core/suggest.ts";
import { entriesOf } from "../../model/dossier.ts";
import type { Reference } from "../../model/entry.ts";
import { changed } from "../example.ts";
import { idsOf, isBroken } from "../objects.ts";
import type { Rule } from "../rule.ts";

/** A `questions` field may name a question whose finding is still to be written. */
const kindOf = ({ path, kind }: Reference) => (path.includes("questions") ? "question" : kind);

export const referenceResolves: Rule = {
  id: "reference-resolves",
  family: "structure",
  severity: "error",
  summary:
    "Every field that names a finding, question, recommendation, assumption or part of the system names one that exists.",
  why: "Tables, links and the trace from a recommendation to its sources are built from these names; one that leads nowhere cuts the trace.",
  good: { files: {} },
  bad: { files: changed("recommendations/count-again.md", "depends-on: [build-lanes]", "depends-on: [⟦build-lane⟧]") },
  check({ dossier }, report) {
    const ids = idsOf(dossier);
    let examined = 0;
    for (const entry of entriesOf(dossier))
      for (const field of entry.references) {
        examined++;
        const kind = kindOf(field);
        const known = ids[kind];
        if (!known || known.has(field.id) || isBroken(dossier, field.kind, field.id)) continue;
        report(entry.at(...field.path), `Unexpected ${kind} “${field.id}”, expected one that exists`, {
          hint: didYouMean(field.id, [...known]) ?? `Known: ${[...known].slice(0, 12).join(", ") || "none"}.`,
        });
      }
    return examined;
  },
};
