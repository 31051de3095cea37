/** Enough of the numbers can be recomputed. */
import { atLeast } from "../at-least.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const modelsCount: Rule = {
  id: "models-count",
  family: "coverage",
  severity: "error",
  summary: "There are at least as many executable models as the profile asks for.",
  why: "A number that is computed in the open can be challenged and changed; one that is typed can only be believed.",
  thresholds: ["models"],
  good: { files: {}, thresholds: { models: 1 } },
  bad: {
    files: changed("dossier.yaml", "title: Getting to work", "title: ⟦Getting to work⟧"),
    thresholds: { models: 5 },
  },
  check(input, report) {
    const { dossier } = input;
    const found = dossier.models.size;
    return atLeast(input, report, {
      threshold: "models",
      found,
      what: "executable models",
      hint: "Add a model in research/models/ and print its outputs with :value[model.output].",
    });
  },
};
