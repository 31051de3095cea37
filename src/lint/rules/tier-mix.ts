/** Most sources are of the best tiers. */
import { atLeast, atMost } from "../at-least.ts";
import { citedSources } from "../citations.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const tierMix: Rule = {
  id: "tier-mix",
  family: "citations",
  severity: "error",
  summary: "The share of sources of tier T0 and T1 is as high, and that of T3 as low, as the profile asks for.",
  why: "Standards, papers and first-party accounts carry a decision; marketing and forum posts do not.",
  thresholds: ["tier-t0-t1-share", "tier-t3-share"],
  good: { files: {}, thresholds: { "tier-t0-t1-share": 0.9 } },
  bad: {
    files: {
      ...changed("dossier.yaml", "title: Getting to work", "title: ⟦Getting to work⟧"),
      ...changed("sources/bus-timetable.yaml", "tier: T1", "tier: T2"),
    },
    thresholds: { "tier-t0-t1-share": 0.9 },
  },
  check(input, report) {
    const { dossier } = input;
    const sources = citedSources(dossier);
    if (sources.length === 0) return 0;
    const share = (...tiers: string[]) =>
      sources.filter(({ data }) => tiers.includes(data.tier ?? "T3")).length / sources.length;
    const examined = atMost(input, report, {
      threshold: "tier-t3-share",
      found: share("T3"),
      what: "cited sources are of tier T3",
      hint: "Replace them by the primary source that they retell.",
      share: true,
    });
    const found = share("T0", "T1");
    return (
      examined +
      atLeast(input, report, {
        threshold: "tier-t0-t1-share",
        found,
        what: "cited sources are of tier T0 or T1",
        hint: "Replace retold accounts by the specification, the paper or the first-party account.",
        share: true,
      })
    );
  },
};
