/** Enough facts are cited. */
import { atLeast } from "../at-least.ts";
import { citedItems } from "../citations.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const factCitationsCount: Rule = {
  id: "fact-citations-count",
  family: "coverage",
  severity: "error",
  summary: "The report rests on at least as many pairs of a fact and an object that cites it as the profile asks for.",
  why: "Citations of whole sources hide which passage carries a sentence; pairs with facts are what can be verified.",
  thresholds: ["fact-citations"],
  good: { files: {}, thresholds: { "fact-citations": 3 } },
  bad: {
    files: changed("dossier.yaml", "title: Getting to work", "title: ⟦Getting to work⟧"),
    thresholds: { "fact-citations": 99 },
  },
  check(input, report) {
    const { dossier } = input;
    const found = new Set(
      citedItems(dossier).flatMap(({ entry, item }) =>
        item.fact ? [`${item.key}#${item.fact} ${entry.kind}/${entry.id}`] : [],
      ),
    ).size;
    return atLeast(input, report, {
      threshold: "fact-citations",
      found,
      what: "cited facts",
      hint: "Record facts with `dossier fact`, and cite them as [@key#fact].",
    });
  },
};
