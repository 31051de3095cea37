/** Prose is Markdown, not HTML. */
import { changed } from "../example.ts";
import type { EntryRule } from "../rule.ts";

/** Anchors and details, which code hosts render, without attributes that run or load anything. */
const allowed = /^(?:\s*(?:<a (?:id|name)="[\w-]+">|<\/a>|<\/?details(?: open)?>|<\/?summary>)\s*)+$/i;

export const rawHtml: EntryRule = {
  id: "raw-html",
  family: "prose",
  severity: "error",
  summary: "Prose has no raw HTML but comments, anchors and details.",
  why: "The report is also a PDF and a Word file, and what runs in a browser has no place in it.",
  good: { files: changed("areas/transport/area.md", "[@city-count].", '[@city-count].\n\n<a id="people"></a>') },
  bad: { files: changed("areas/transport/area.md", "[@city-count].", "[@city-count].\n\n⟦<script>alert(1)</script>⟧") },
  checkEntry(entry, _ground, report) {
    for (const prose of entry.prose)
      for (const { kind, url, span } of prose.reading.links)
        if (kind === "html" && !allowed.test(url.replace(/<summary>[^<]*<\/summary>/gi, "<summary>")))
          report(prose.at(span), "Unexpected raw HTML", {
            hint: "Write it in Markdown, or put a backslash before “<” if it is text.",
          });
    return entry.prose.length;
  },
};
