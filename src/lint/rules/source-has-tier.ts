/** A source says how good it is. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { top } from "../top.ts";

export const sourceHasTier: Rule = {
  id: "source-has-tier",
  family: "citations",
  severity: "warning",
  summary: "Every source has a tier and names the organisation that answers for it.",
  why: "The reader weighs a standard and a forum post differently, and counts voices rather than pages.",
  good: { files: {} },
  bad: { files: changed("sources/bus-timetable.yaml", "type:", "⟦type⟧:", "tier: T1\n", "") },
  check({ dossier }, report) {
    for (const source of dossier.sources.values()) {
      const missing = [...(source.data.tier ? [] : ["tier"]), ...(source.data.organisation ? [] : ["organisation"])];
      if (missing.length > 0)
        report(top(source), `Missing ${missing.join(" and ")} of the source “${source.id}”`, {
          hint: "tier: T0 standard, law, paper; T1 first-party or documentation; T2 independent secondary; T3 marketing, forum.",
        });
    }
    return dossier.sources.size;
  },
};
