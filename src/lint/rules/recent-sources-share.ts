/** Most of the evidence is recent. */
import { atLeast } from "../at-least.ts";
import { citedSources } from "../citations.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { threshold } from "../thresholds.ts";

export const recentSourcesShare: Rule = {
  id: "recent-sources-share",
  family: "currency",
  severity: "error",
  summary: "Enough of the cited sources that are not foundational were issued in the last 18 months.",
  why: "In a moving field old sources describe systems that no longer exist; those that remain the reference are flagged foundational.",
  thresholds: ["recent-sources-share", "recent-months"],
  good: { files: {}, thresholds: { "recent-sources-share": 1 } },
  bad: {
    files: {
      ...changed("dossier.yaml", "title: Getting to work", "title: ⟦Getting to work⟧"),
      ...changed("sources/city-count.yaml", "issued: 2026-03", "issued: 2021"),
    },
    thresholds: { "recent-sources-share": 0.65 },
  },
  check(input, report) {
    const { dossier } = input;
    const [year = 0, month = 1] = dossier.config.data.date.split("-").map(Number);
    const months = year * 12 + month - (threshold(input, "recent-months") ?? 18);
    const dated = citedSources(dossier).filter(({ data }) => data.issued && !data.flags?.includes("foundational"));
    if (dated.length === 0) return 0;
    // A source that names only its year counts as of December.
    const recent = dated.filter(({ data }) => {
      const [issuedYear = 0, issuedMonth = 12] = (data.issued as string).split("-").map(Number);
      return issuedYear * 12 + issuedMonth >= months;
    });
    return atLeast(input, report, {
      threshold: "recent-sources-share",
      found: recent.length / dated.length,
      what: "cited sources are recent",
      hint: "Look for newer accounts, or flag those that are still the reference as foundational.",
      share: true,
    });
  },
};
