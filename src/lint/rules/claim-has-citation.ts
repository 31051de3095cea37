/**
 * Checkable claims cite. A paragraph under “What the evidence says” has a citation or a computed value; elsewhere a
 * sentence that begins with the name of an organisation of our sources, or reports what a study found, cites or is
 * said to be ours. (Sentences with figures are `number-has-origin`'s.)
 */
import type { Span } from "../../core/span.ts";
import type { Prose } from "../../model/entry.ts";
import { ownWords } from "../claims.ts";
import { changed } from "../example.ts";
import type { EntryRule } from "../rule.ts";
import { scopeAt } from "../scopes.ts";

const study =
  /\b(?:stud(?:y|ies)|papers?|surveys?|benchmarks?|postmortems?|researchers|experiments?)\b[^.;:]{0,80}\b(?:found|finds|shows?|showed|reports?|reported|measured|concludes?|concluded)\b/i;

const named = /^\p{Lu}[\p{L}\p{N}.&-]{2,}$/u;

const opening = /^(?:(?:At|For|In) )?(?<name>\p{Lu}[\p{L}\p{N}.&-]+?)(?:['’]s?)?(?=[\s,]|$)/u;

export const claimHasCitation: EntryRule = {
  id: "claim-has-citation",
  family: "citations",
  severity: "warning",
  summary:
    "A sentence that says what an organisation did or a study found cites it, and so does each paragraph of the evidence.",
  why: "In published tests a quarter of the checkable sentences of research reports carry no citation; a reader can't tell them from opinion.",
  good: { files: {} },
  bad: {
    files: changed(
      "areas/transport/bicycles.md",
      "Bicycles save 4 minutes [@city-count#speed].",
      "Bicycles save 4 minutes [@city-count#speed].\n\n⟦Riders like the lanes, and the buses are full.⟧",
    ),
  },
  kinds: ["finding", "case", "area"],
  checkEntry({ body: prose }, { organisations }, report) {
    if (!prose) return 0;
    const hint = "Cite the fact as [@key#fact], or say that it is ours: “We infer …”.";
    let examined = 0;
    const { sentences, blocks, masked } = prose.reading;
    const evidence = evidenceOf(prose);
    for (const [index, block] of blocks.entries()) {
      if (block.kind === "heading" || masked.slice(block.span.start, block.span.end).trim() === "") continue;
      const inside = sentences.filter((sentence) => sentence.block === index);
      if (
        evidence &&
        block.kind === "paragraph" &&
        block.span.start >= evidence.start &&
        block.span.end <= evidence.end
      ) {
        examined++;
        if (!isCovered(prose, block.span) && !prose.text.startsWith("::", block.span.start))
          report(prose.at(block.span), "Missing citation in a paragraph of the evidence", { hint });
        if (!isCovered(prose, block.span)) continue;
      }
      for (const { span } of inside) {
        const words = masked.slice(span.start, span.end);
        const name = opening.exec(words)?.groups?.["name"] ?? "";
        if (!(named.test(name) && organisations.has(name)) && !study.test(words)) continue;
        examined++;
        if (!isCovered(prose, scopeAt(prose, span.start) ?? span))
          report(prose.at(span), "Missing citation of a checkable claim", { hint });
      }
    }
    return examined;
  },
};

/** The part of a body under the heading “What the evidence says”. */
function evidenceOf({ reading, text }: Prose): Span | undefined {
  const at = reading.headings.findIndex((heading) => /^what the evidence says\b/i.test(heading.text));
  const heading = reading.headings[at];
  return (
    heading && {
      start: heading.span.end,
      end: reading.headings.slice(at + 1).find(({ depth }) => depth <= heading.depth)?.span.start ?? text.length,
    }
  );
}

function isCovered({ reading, text }: Prose, { start, end }: Span): boolean {
  const inside = ({ span }: { span: Span }) => span.start >= start && span.start < end;
  return (
    reading.citations.some(inside) ||
    reading.directives.some((directive) => inside(directive) && /^(?:value|ours)$/.test(directive.name)) ||
    ownWords.test(text.slice(start, end))
  );
}
