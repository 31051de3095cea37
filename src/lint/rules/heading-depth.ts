/** Headings stay shallow. */
import { changed } from "../example.ts";
import type { EntryRule } from "../rule.ts";
import { threshold } from "../thresholds.ts";

export const headingDepth: EntryRule = {
  id: "heading-depth",
  family: "prose",
  severity: "warning",
  summary: "No heading of a file is deeper than the profile allows, and none skips a level.",
  why: "The file's headings are set below those of the report; deeper ones vanish from the contents and disorient the reader.",
  thresholds: ["heading-depth"],
  good: { files: {}, thresholds: { "heading-depth": 3 } },
  bad: {
    files: changed("areas/transport/bicycles.md", "## What the evidence says", "⟦#### What the evidence says⟧"),
    thresholds: { "heading-depth": 3 },
  },
  kinds: ["section", "area", "finding", "case", "recommendation"],
  checkEntry(entry, ground, report) {
    const most = threshold(ground, "heading-depth");
    if (most === undefined) return 0;
    let examined = 0;
    for (const prose of entry.prose) {
      let above = 1;
      for (const { depth, span } of prose.reading.headings) {
        examined++;
        if (depth > most)
          report(prose.at(span), `Unexpected heading of level ${depth}, expected at most ${most}`, {
            hint: "Raise it, or write a paragraph with a first sentence that says the same.",
          });
        else if (depth > above + 1)
          report(prose.at(span), `Unexpected heading of level ${depth}, expected ${above + 1}`, {
            hint: "Do not skip a level.",
          });
        above = depth;
      }
    }
    return examined;
  },
};
