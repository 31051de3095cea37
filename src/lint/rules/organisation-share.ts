/** No organisation dominates the evidence. */
import { citedSources, organisationOf } from "../citations.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { threshold } from "../thresholds.ts";

export const organisationShare: Rule = {
  id: "organisation-share",
  family: "coverage",
  severity: "error",
  summary: "No organisation has a larger share of the cited sources than the profile allows.",
  why: "If one firm wrote much of the evidence, its products and its blind spots become the report's.",
  thresholds: ["organisation-share"],
  good: { files: {}, thresholds: { "organisation-share": 0.5 } },
  bad: {
    files: {
      ...changed("dossier.yaml", "title: Getting to work", "title: ⟦Getting to work⟧"),
      ...changed("sources/bus-timetable.yaml", "organisation: Example Buses", "organisation: City of Example"),
    },
    thresholds: { "organisation-share": 0.5 },
  },
  check(input, report) {
    const most = threshold(input, "organisation-share");
    if (most === undefined) return 0;
    const sources = citedSources(input.dossier);
    const counts = new Map<string, number>();
    for (const { data } of sources) counts.set(organisationOf(data), (counts.get(organisationOf(data)) ?? 0) + 1);
    for (const [organisation, count] of counts) {
      if (count / sources.length <= most) continue;
      report(
        input.dossier.config.at("title"),
        `Unexpected ${count} of ${sources.length} cited sources from ${organisation}, expected at most ${Number((100 * most).toFixed(1))} %`,
        {
          hint: "Cite others for the same claims, or drop what adds nothing.",
        },
      );
    }
    return counts.size;
  },
};
