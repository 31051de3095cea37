/**
 * What changes with time says when. A sentence with “currently”, “latest”, “so far”, … or about a law that is in force or a
 * price that is charged has a date, a version or a year in its paragraph, item or row.
 */
import type { Prose } from "../../model/entry.ts";
import { changed } from "../example.ts";
import type { EntryRule } from "../rule.ts";

const relative =
  /\b(?:currently|nowadays|at present|as of now|(?:the )?latest|most recent|to date|so far|not yet|as yet)\b/i;
const law = /\b(?:in force|enters? into force|applies from|takes? effect|enforceable|still proposed)\b/i;
const price = /\b(?:list price|price page|priced at|is charged at)\b/i;
const dated = /\b(?:19|20)\d\d\b|\bv?\d+\.\d+(?:\.\d+)?\b|\bas of\b(?! now)/i;

export const asOfDate: EntryRule = {
  id: "as-of-date",
  family: "currency",
  severity: "warning",
  summary: "A sentence about the present state of a law, a price or a technology says as of when.",
  why: "“Currently” is read years later; a date lets the reader judge what has changed since.",
  good: {
    files: changed("areas/transport/area.md", "How people get to work", "As of May 2026 this is the latest count"),
  },
  bad: { files: changed("areas/transport/area.md", "How people get to work", "This is ⟦the latest⟧ count") },
  kinds: ["section", "area", "finding", "case", "recommendation"],
  checkEntry(entry, _ground, report) {
    let examined = 0;
    for (const prose of entry.prose) {
      if (prose.ours) continue;
      for (const { span, block } of prose.reading.sentences) {
        const words = prose.reading.masked.slice(span.start, span.end);
        const found = relative.exec(words) ?? law.exec(words) ?? price.exec(words);
        if (!found) continue;
        examined++;
        if (isDated(prose, block)) continue;
        const start = span.start + found.index;
        report(prose.at({ start, end: start + found[0].length }), `Missing date of “${found[0]}”`, {
          hint: "Add “as of <date>”, or the version that is meant.",
        });
      }
    }
    return examined;
  },
};

/** The block has a date, or names a source that has one in its key. */
function isDated(prose: Prose, index: number): boolean {
  const block = prose.reading.blocks[index];
  return block !== undefined && dated.test(prose.reading.masked.slice(block.span.start, block.span.end));
}
