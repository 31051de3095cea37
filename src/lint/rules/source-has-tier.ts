/** A source says how good it is. */
import type { Source } from "../../model/source.ts";
import { changed } from "../example.ts";
import type { EntryRule } from "../rule.ts";
import { top } from "../top.ts";

export const sourceHasTier: EntryRule = {
  id: "source-has-tier",
  family: "citations",
  severity: "warning",
  summary: "Every source has a tier and names the organisation that answers for it.",
  why: "The reader weighs a standard and a forum post differently, and counts voices rather than pages.",
  good: { files: {} },
  bad: { files: changed("sources/bus-timetable.yaml", "type:", "⟦type⟧:", "tier: T1\n", "") },
  kinds: ["source"],
  checkEntry(entry, _ground, report) {
    const { tier, organisation } = entry.data as Source;
    const missing = [...(tier ? [] : ["tier"]), ...(organisation ? [] : ["organisation"])];
    if (missing.length > 0)
      report(top(entry), `Missing ${missing.join(" and ")} of the source “${entry.id}”`, {
        hint: "tier: T0 standard, law, paper; T1 first-party or documentation; T2 independent secondary; T3 marketing, forum.",
      });
    return 1;
  },
};
