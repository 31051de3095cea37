/** Every fact is cited. */
import { citedItems } from "../citations.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const factIsUsed: Rule = {
  id: "fact-is-used",
  family: "structure",
  severity: "info",
  summary: "Every fact of a cited source is cited.",
  why: "A recorded fact that nothing cites is work that the report does not show; often a finding has lost its sentence.",
  good: { files: {} },
  bad: {
    files: changed(
      "sources/bus-timetable.yaml",
      "facts:\n",
      `facts:
  - id: ⟦last⟧
    states: the last bus runs at night
    at: footer
    seen: 2026-11-22
    copy: primary
`,
    ),
  },
  check({ dossier }, report) {
    const cited = citedItems(dossier);
    const sources = new Set(cited.map(({ item }) => item.key));
    const facts = new Set(cited.map(({ item }) => `${item.key}#${item.fact ?? ""}`));
    let examined = 0;
    for (const source of dossier.sources.values()) {
      if (!sources.has(source.id)) continue;
      for (const [index, { id }] of (source.data.facts ?? []).entries()) {
        examined++;
        // A citation without a fact stands on all of them.
        if (facts.has(`${source.id}#${id}`) || facts.has(`${source.id}#`)) continue;
        report(source.at("facts", index, "id"), `Unused fact “${source.id}#${id}”`, {
          hint: `Cite it as [@${source.id}#${id}], or delete it.`,
        });
      }
    }
    return examined;
  },
};
