/** A source with an address says when it was read. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { top } from "../top.ts";

export const sourceAccessed: Rule = {
  id: "source-accessed",
  family: "citations",
  severity: "error",
  summary: "Every source with an address has a date of access, and none lies in the future.",
  why: "Web pages change; without the day it was read nobody can say which text was meant.",
  good: { files: {} },
  bad: { files: changed("sources/bus-timetable.yaml", "type:", "⟦type⟧:", "accessed: 2026-11-22\n", "") },
  check({ dossier, today }, report) {
    let examined = 0;
    for (const source of dossier.sources.values()) {
      const { URL: address, accessed } = source.data;
      if (!address) continue;
      examined++;
      if (!accessed)
        report(top(source), `Missing date of access of the source “${source.id}”`, {
          hint: "Add accessed: YYYY-MM-DD.",
        });
      else if (accessed > today)
        report(source.at("accessed"), `Unexpected date ${accessed}, expected ${today} or before`, {
          hint: "Write the day on which the page was read.",
        });
    }
    return examined;
  },
};
