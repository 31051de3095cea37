/** An assumption carries something. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const assumptionIsLinked: Rule = {
  id: "assumption-is-linked",
  family: "traceability",
  severity: "warning",
  summary: "Every assumption is named by a recommendation or a model, or names one itself.",
  why: "An assumption on which nothing rests need not be tested; one that is not linked is not found when it breaks.",
  good: { files: {} },
  bad: {
    files: {
      ...changed(
        "assumptions.yaml",
        "  - { id: dry-days",
        "  - { id: ⟦flat-land⟧, statement: The city is flat, basis: the map, if-wrong: fewer people ride, test: look }\n  - { id: dry-days",
      ),
    },
  },
  check({ dossier }, report) {
    const { assumptions, recommendations, models } = dossier;
    const used = new Set([
      ...[...recommendations.values()].flatMap(({ data }) => data.assumptions ?? []),
      ...[...models.values()].flatMap(({ data }) =>
        Object.values(data.inputs).flatMap(({ assumption }) => assumption ?? []),
      ),
    ]);
    const all = assumptions?.data.assumptions ?? [];
    for (const [index, { id, recommendations: linked = [] }] of all.entries())
      if (!used.has(id) && linked.length === 0)
        assumptions &&
          report(assumptions.at("assumptions", index, "id"), `Unused assumption “${id}”`, {
            hint: "Add recommendations: [...] to it, or name it in a recommendation or a model's input.",
          });
    return all.length;
  },
};
