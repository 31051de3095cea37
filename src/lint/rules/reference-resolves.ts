/** Whatever a field names exists. */
import { didYouMean } from "../../core/suggest.ts";
import { entriesOf } from "../../model/dossier.ts";
import { kinds } from "../../model/kinds.ts";
import { type MarkedField, markedFields } from "../../model/schema-walk.ts";
import { changed } from "../example.ts";
import { idsOf, isBroken } from "../objects.ts";
import type { Rule } from "../rule.ts";

/** A `questions` field may name a question whose finding is still to be written. */
const kindOf = ({ path, meta }: MarkedField) => (path.includes("questions") ? "question" : (meta.ref as string));

export const referenceResolves: Rule = {
  id: "reference-resolves",
  family: "structure",
  severity: "error",
  summary: "Every field that names a finding, question, recommendation, assumption or part of the system names one that exists.",
  why: "Tables, links and the trace from a recommendation to its sources are built from these names; one that leads nowhere cuts the trace.",
  good: { files: {} },
  bad: { files: changed("recommendations/count-again.md", "depends-on: [build-lanes]", "depends-on: [⟦build-lane⟧]") },
  check({ dossier }, report) {
    const ids = idsOf(dossier);
    const schemas = new Map(kinds.map((kind) => [kind.name, kind.schema]));
    let examined = 0;
    for (const entry of entriesOf(dossier)) {
      const schema = schemas.get(entry.kind);
      if (!schema) continue;
      for (const field of markedFields(schema, entry.data)) {
        if (!field.meta.ref) continue;
        examined++;
        const kind = kindOf(field);
        const known = ids[kind];
        if (!known || known.has(field.value) || isBroken(dossier, field.meta.ref, field.value)) continue;
        report(entry.at(...field.path), `Unexpected ${kind} “${field.value}”, expected one that exists`, {
          hint: didYouMean(field.value, [...known]) ?? `Known: ${[...known].slice(0, 12).join(", ") || "none"}.`,
        });
      }
    }
    return examined;
  },
};
