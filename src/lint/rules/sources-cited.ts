/** Enough sources are cited. */
import { atLeast } from "../at-least.ts";
import { citedSources } from "../citations.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const sourcesCited: Rule = {
  id: "sources-cited",
  family: "coverage",
  severity: "error",
  summary: "The report cites at least as many sources as the profile asks for.",
  why: "A report on few sources repeats the view of a few people.",
  thresholds: ["sources-cited"],
  good: { files: {}, thresholds: { "sources-cited": 2 } },
  bad: {
    files: changed("dossier.yaml", "title: Getting to work", "title: ⟦Getting to work⟧"),
    thresholds: { "sources-cited": 3 },
  },
  check(input, report) {
    const { dossier } = input;
    const found = citedSources(dossier).length;
    return atLeast(input, report, {
      threshold: "sources-cited",
      found,
      what: "cited sources",
      hint: "Add sources with `dossier add-source` and cite their facts; a source that nothing cites does not count.",
    });
  },
};
