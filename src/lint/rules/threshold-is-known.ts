/** The thresholds of dossier.yaml are ones that a rule reads. */
import { didYouMean } from "../../core/suggest.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { thresholds } from "../thresholds.ts";

export const thresholdIsKnown: Rule = {
  id: "threshold-is-known",
  family: "structure",
  severity: "error",
  summary: "Every threshold in dossier.yaml is one that a rule reads.",
  why: "A mistyped threshold would silently switch its rule off.",
  good: { files: changed("dossier.yaml", "example: {}", "example: { thresholds: { sources-cited: 1 } }") },
  bad: { files: changed("dossier.yaml", "example: {}", "example: { thresholds: { ⟦sources-sited⟧: 1 } }") },
  check({ dossier: { config } }, report) {
    const known = Object.keys(thresholds);
    let examined = 0;
    for (const [profile, standards] of Object.entries(config.data.standards ?? {}))
      for (const name of Object.keys(standards.thresholds ?? {})) {
        examined++;
        if (Object.hasOwn(thresholds, name)) continue;
        report(config.atKey(name, "standards", profile, "thresholds"), `Unexpected threshold “${name}”`, {
          hint: didYouMean(name, known) ?? `Thresholds: ${known.join(", ")}.`,
        });
      }
    return examined;
  },
};
