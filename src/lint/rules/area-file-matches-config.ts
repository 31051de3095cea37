/** The files below areas/ answer the questions of dossier.yaml, each in its area. */
import { didYouMean } from "../../core/suggest.ts";
import { questionsOf } from "../../model/dossier.ts";
import { exampleFiles } from "../example.ts";
import type { Rule } from "../rule.ts";
import { top } from "../top.ts";

export const areaFileMatchesConfig: Rule = {
  id: "area-file-matches-config",
  family: "structure",
  severity: "error",
  summary: "Every file below areas/ belongs to an area of dossier.yaml, and every finding to one of its questions.",
  why: "The report is laid out by the areas and questions of dossier.yaml; a file outside them would not appear in it.",
  good: { files: {} },
  bad: {
    files: {
      "areas/transport/trams.md": (exampleFiles["areas/transport/bicycles.md"] as string).replace("---", "⟦---⟧"),
    },
  },
  check({ dossier }, report) {
    const areas = dossier.config.data.areas.map(({ id }) => id);
    const questions = questionsOf(dossier.config.data);
    for (const finding of dossier.findings.values()) {
      const question = questions.find(({ id }) => id === finding.id);
      if (!question)
        report(top(finding), `Unexpected finding “${finding.id}”, expected a question of dossier.yaml`, {
          hint:
            didYouMean(
              finding.id,
              questions.map(({ id }) => id),
            ) ?? "Name the file after a question, or add the question to dossier.yaml.",
        });
      else if (question.area !== finding.area)
        report(top(finding), `Unexpected area “${finding.area}”, expected “${question.area}”`, {
          hint: `Move the file to research/areas/${question.area}/.`,
        });
    }
    const others = [...dossier.areas.values()]
      .map((entry) => ({ entry, area: entry.id }))
      .concat([...dossier.cases.values()].map((entry) => ({ entry: entry as never, area: entry.area ?? "" })));
    for (const { entry, area } of others)
      if (!areas.includes(area))
        report(top(entry), `Unexpected area “${area}”, expected an area of dossier.yaml`, {
          hint: didYouMean(area, areas) ?? `Areas: ${areas.join(", ")}.`,
        });
    return dossier.findings.size + others.length;
  },
};
