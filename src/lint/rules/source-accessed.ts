/** A source with an address says when it was read. */
import type { Source } from "../../model/source.ts";
import { changed } from "../example.ts";
import type { EntryRule } from "../rule.ts";
import { top } from "../top.ts";

export const sourceAccessed: EntryRule = {
  id: "source-accessed",
  family: "citations",
  severity: "error",
  summary: "Every source with an address has a date of access, and none lies in the future.",
  why: "Web pages change; without the day it was read nobody can say which text was meant.",
  good: { files: {} },
  bad: { files: changed("sources/bus-timetable.yaml", "type:", "⟦type⟧:", "accessed: 2026-11-22\n", "") },
  kinds: ["source"],
  checkEntry(entry, { today }, report) {
    const { URL: address, accessed } = entry.data as Source;
    if (!address) return 0;
    if (!accessed)
      report(top(entry), `Missing date of access of the source “${entry.id}”`, {
        hint: "Add accessed: YYYY-MM-DD.",
      });
    else if (accessed > today)
      report(entry.at("accessed"), `Unexpected date ${accessed}, expected ${today} or before`, {
        hint: "Write the day on which the page was read.",
      });
    return 1;
  },
};
