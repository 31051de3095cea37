/** Prose is Markdown, not HTML. */
import { changed } from "../example.ts";
import type { EntryRule } from "../rule.ts";

export const rawHtml: EntryRule = {
  id: "raw-html",
  family: "prose",
  severity: "error",
  summary: "Prose has no raw HTML but comments.",
  why: "The report is also a PDF and a Word file, and what runs in a browser has no place in it.",
  good: {
    files: changed(
      "areas/transport/area.md",
      "[@city-count].",
      "[@city-count].\n\n<!-- Ask for the next count in May. -->",
    ),
  },
  bad: { files: changed("areas/transport/area.md", "[@city-count].", "[@city-count].\n\n⟦<script>alert(1)</script>⟧") },
  checkEntry(entry, _ground, report) {
    for (const prose of entry.prose)
      for (const { kind, span } of prose.reading.links)
        if (kind === "html")
          report(prose.at(span), "Unexpected raw HTML", {
            hint: "Write it in Markdown (a heading has an address of its own), or put a backslash before “<” if it is text.",
          });
    return entry.prose.length;
  },
};
