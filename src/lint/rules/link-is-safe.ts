/** Links lead to the web, to a mailbox or within the report. */
import { changed } from "../example.ts";
import type { EntryRule } from "../rule.ts";

const safe = /^(?:https?:\/\/[^\s\u0000-\u001f<>"\\]+|mailto:[^\s\u0000-\u001f<>"]+|#[^\s\u0000-\u001f<>"]*)$/i;

export const linkIsSafe: EntryRule = {
  id: "link-is-safe",
  family: "prose",
  severity: "error",
  summary: "Every link and image leads to http, https, mailto or a place in the report.",
  why: "Other schemes can run code in a reader's browser, and relative paths are wrong once the report stands elsewhere.",
  good: { files: changed("areas/transport/area.md", "How people", "How [people](https://example.org/people)") },
  bad: { files: changed("areas/transport/area.md", "How people", "How ⟦[people](javascript:alert(1))⟧") },
  checkEntry(entry, _ground, report) {
    let examined = 0;
    for (const prose of entry.prose)
      for (const { kind, url, span } of prose.reading.links) {
        if (kind === "html") continue;
        examined++;
        if (!safe.test(url))
          report(prose.at(span), `Unexpected address “${url.slice(0, 60)}”, expected http, https, mailto or #`, {
            hint: "Link to the full address, or to an object with :ref[id].",
          });
      }
    return examined;
  },
};
