/** Every research question has a finding. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const questionAnswered: Rule = {
  id: "question-answered",
  family: "coverage",
  severity: "warning",
  summary: "Every question of dossier.yaml has a finding.",
  why: "A question that was asked and is not answered is the first thing a reader looks for.",
  good: { files: {} },
  bad: {
    files: changed(
      "dossier.yaml",
      "asks: When do bicycles beat buses? }",
      "asks: When do bicycles beat buses? }\n      - { id: ⟦trams⟧, title: Trams, asks: When do trams beat buses? }",
    ),
  },
  check({ dossier }, report) {
    let examined = 0;
    for (const [index, area] of dossier.config.data.areas.entries())
      for (const [at, question] of area.questions.entries()) {
        examined++;
        if (dossier.findings.has(question.id) || dossier.broken.has(`finding/${question.id}`)) continue;
        report(
          dossier.config.at("areas", index, "questions", at, "id"),
          `Missing answer to the question “${question.id}”`,
          {
            hint: `Write the finding research/areas/${area.id}/${question.id}.md.`,
          },
        );
      }
    return examined;
  },
};
