/** An options table has no holes. */
import { didYouMean } from "../../core/suggest.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const optionsComplete: Rule = {
  id: "options-complete",
  family: "structure",
  severity: "error",
  summary: "Every row of an options table has a value for each factor, and no other.",
  why: "An empty cell hides what was not looked at, and a mistyped factor drops its value from the table.",
  good: { files: {} },
  bad: {
    files: changed(
      "areas/transport/bicycles.md",
      "values: { time: none, comfort: as now }",
      "values: { time: none, comfort: as now, ⟦comfrt⟧: low }",
    ),
  },
  check({ dossier }, report) {
    let examined = 0;
    for (const finding of dossier.findings.values()) {
      const { rows = [], factors = [] } = finding.data.options ?? {};
      const known = factors.map(({ id }) => id);
      for (const [index, { title, values }] of rows.entries()) {
        examined++;
        for (const factor of known)
          if (!Object.hasOwn(values, factor))
            report(
              finding.atKey("values", "options", "rows", index),
              `Missing value of “${factor}” in the option “${title}”`,
              { hint: `Add “${factor}:”; write “none” or “unknown” if that is the finding.` },
            );
        for (const factor of Object.keys(values))
          if (!known.includes(factor))
            report(finding.atKey(factor, "options", "rows", index, "values"), `Unexpected factor “${factor}”`, {
              hint: didYouMean(factor, known) ?? `Factors: ${known.join(", ")}.`,
            });
      }
    }
    return examined;
  },
};
