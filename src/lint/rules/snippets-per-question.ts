/** Every question has code or configuration. */
import { placements } from "../directives.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { threshold } from "../thresholds.ts";

export const snippetsPerQuestion: Rule = {
  id: "snippets-per-question",
  family: "coverage",
  severity: "error",
  summary: "Every answered question has at least as many snippets as the profile asks for.",
  why: "Code that runs shows that a pattern is more than a picture, and where its difficulty lies.",
  thresholds: ["snippets-per-question"],
  good: { files: {}, thresholds: { "snippets-per-question": 1 } },
  bad: { files: changed("dossier.yaml", "id: bicycles", "id: ⟦bicycles⟧"), thresholds: { "snippets-per-question": 2 } },
  check(input, report) {
    const least = threshold(input, "snippets-per-question");
    if (least === undefined) return 0;
    const { config, findings, snippets } = input.dossier;
    const placed = placements(input.dossier).snippet;
    let examined = 0;
    for (const [index, { questions }] of config.data.areas.entries())
      for (const [at, { id }] of questions.entries()) {
        if (!findings.has(id)) continue;
        examined++;
        const found = [...snippets.values()].filter(
          ({ id: snippet, data }) =>
            data.questions?.includes(id) || placed.get(snippet)?.some((entry) => entry.id === id),
        ).length;
        if (found < least)
          report(
            config.at("areas", index, "questions", at, "id"),
            `Unexpected ${found} snippets for the question “${id}”, expected at least ${least}`,
            {
              hint: `Add one to research/snippets/ with questions: [${id}], and place it with ::snippet{#id}.`,
            },
          );
      }
    return examined;
  },
};
