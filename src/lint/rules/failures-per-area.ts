/** Every area shows what went wrong somewhere. */
import { changed } from "../example.ts";
import { atLeastPerArea } from "../per-area.ts";
import type { Rule } from "../rule.ts";

export const failuresPerArea: Rule = {
  id: "failures-per-area",
  family: "coverage",
  severity: "error",
  summary: "Every area has at least as many failures or incidents among its case studies as the profile asks for.",
  why: "Published cases are mostly successes; without failures the evidence is biased.",
  thresholds: ["failures-per-area"],
  good: {
    files: changed("areas/transport/cases/example-city.md", "kind: success", "kind: failure"),
    thresholds: { "failures-per-area": 1 },
  },
  bad: { files: changed("dossier.yaml", "id: transport", "id: ⟦transport⟧"), thresholds: { "failures-per-area": 1 } },
  check(input, report) {
    const { dossier } = input;
    const count = (area: string) =>
      [...dossier.cases.values()].filter(
        (entry) => entry.area === area && (entry.data.kind === "failure" || entry.data.kind === "incident"),
      ).length;
    return atLeastPerArea(
      input,
      report,
      "failures-per-area",
      "failures or incidents",
      "Look for postmortems, and add them as case studies of kind failure or incident.",
      count,
    );
  },
};
