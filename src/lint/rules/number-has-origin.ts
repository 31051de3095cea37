/** No number without a source or a formula. */
import { citesBroken } from "../citations.ts";
import { checkedFigures } from "../figures.ts";
import type { EntryRule } from "../rule.ts";

export const numberHasOrigin: EntryRule = {
  id: "number-has-origin",
  family: "numbers",
  severity: "error",
  summary: "Every figure stands in a fact cited beside it, is computed, or is marked as our own.",
  why:
    "Most wrong sentences of research reports carry a link that does not support them. A figure that no cited fact has, " +
    "and no model computes, can't be checked by anybody.",
  limits:
    "Not examined are: a number word that only counts things (three regions); vague amounts (hundreds of users, a few days, " +
    "single-digit); one day, an hour, half a day; a year without “in”, “since” or “by” before it; names and versions (p99, top 5, " +
    "5G, x86, 4-bit, 24/7); Roman numerals; the exponent in 10^3; figures run into letters (5m30s, 10am, 10ish); characters " +
    "written as entities. Titles of objects, labels of diagrams, alternative texts, link targets and code are not prose.",
  good: { files: {} },
  bad: {
    files: {
      "areas/transport/area.md": `---
title: Transport
---
Bicycles save ⟦9 minutes⟧ [@city-count#speed].
`,
    },
  },
  checkEntry(entry, ground, report) {
    const checked = checkedFigures(entry, ground);
    for (const { figure, prose, cited, supported } of checked) {
      if (supported || citesBroken(ground, cited)) continue;
      const text = figure.text.replace(/\s+/g, " ");
      const fact = ground.factWith(figure, cited);
      const has = fact ? `[@${fact}] has it: cite it here. Or compute` : "Cite the fact that has it, compute";
      report(
        prose.at(figure.span),
        cited.length > 0
          ? `Unexpected figure ${text}, which no fact cited here has`
          : `Missing origin of the figure ${text}`,
        { hint: `${has} it with :value[model.output], or mark your own choice: :ours[${text}].` },
      );
    }
    return checked.length;
  },
};
