/** Most case studies are told by those who lived them. */
import { atLeast } from "../at-least.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const firstPartyCasesShare: Rule = {
  id: "first-party-cases-share",
  family: "coverage",
  severity: "error",
  summary: "At least the share of the case studies that the profile asks for is first-party.",
  why: "Retold cases lose the numbers and the failures.",
  thresholds: ["first-party-cases-share"],
  good: { files: {}, thresholds: { "first-party-cases-share": 1 } },
  bad: {
    files: {
      ...changed("dossier.yaml", "title: Getting to work", "title: ⟦Getting to work⟧"),
      ...changed("areas/transport/cases/example-city.md", "first-party: true", "first-party: false"),
    },
    thresholds: { "first-party-cases-share": 1 },
  },
  check(input, report) {
    const { dossier } = input;
    const cases = [...dossier.cases.values()];
    if (cases.length === 0) return 0;
    const found = cases.filter(({ data }) => data["first-party"]).length / cases.length;
    return atLeast(input, report, {
      threshold: "first-party-cases-share",
      found,
      what: "case studies told by the organisation itself",
      hint: "Look for the engineering blog, the talk or the postmortem of the organisation, and set first-party: true.",
      share: true,
    });
  },
};
