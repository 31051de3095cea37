/** A decision does not hedge. */
import { changed } from "../example.ts";
import type { EntryRule } from "../rule.ts";

const hedge = /\b(?:may|might|could|perhaps|possibly|probably|maybe|arguably|somewhat)\b/g;

export const bareHedgeInDecision: EntryRule = {
  id: "bare-hedge-in-decision",
  family: "prose",
  severity: "warning",
  summary: "Decisions, answers and verdicts have no “may”, “might” or “could”.",
  why: "How sure we are is said once, by certainty; a hedge in the decision leaves open what is to be done.",
  good: { files: {} },
  bad: {
    files: changed("recommendations/build-lanes.md", "decision: Build lanes", "decision: We ⟦might⟧ build lanes"),
  },
  kinds: ["recommendation", "finding"],
  checkEntry(entry, _ground, report) {
    const fields = (entry.kind === "finding" ? ["answer", "because"] : ["decision"]).flatMap(
      (name) => entry.field(name) ?? [],
    );
    for (const prose of fields)
      for (const match of prose.reading.masked.matchAll(hedge))
        report(
          prose.at({ start: match.index, end: match.index + match[0].length }),
          `Unexpected hedge “${match[0]}” in a decision`,
          { hint: "Say what is decided; lower the certainty, or name the condition, if it is not sure." },
        );
    return fields.length;
  },
};
