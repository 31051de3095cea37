/** The evidence comes from enough organisations. */
import { atLeast } from "../at-least.ts";
import { citedSources, organisationOf } from "../citations.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const organisationsCited: Rule = {
  id: "organisations-cited",
  family: "coverage",
  severity: "error",
  summary: "The cited sources come from at least as many organisations as the profile asks for.",
  why: "Ten pages of one vendor are one voice.",
  thresholds: ["organisations-cited"],
  good: { files: {}, thresholds: { "organisations-cited": 2 } },
  bad: {
    files: changed("dossier.yaml", "title: Getting to work", "title: ⟦Getting to work⟧"),
    thresholds: { "organisations-cited": 3 },
  },
  check(input, report) {
    const { dossier } = input;
    const found = new Set(citedSources(dossier).map(({ data }) => organisationOf(data))).size;
    return atLeast(input, report, {
      threshold: "organisations-cited",
      found,
      what: "organisations behind the cited sources",
      hint: "Look for independent accounts: operators, universities, standards bodies.",
    });
  },
};
