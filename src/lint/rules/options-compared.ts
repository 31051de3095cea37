/** A decision compares, and one of the options is to do nothing. */

import type { Entry } from "../../model/entry.ts";
import type { Finding } from "../../model/finding.ts";
import { changed } from "../example.ts";
import type { LintInput, Rule } from "../rule.ts";
import { threshold } from "../thresholds.ts";

const nothing = /\b(?:do(?:ing)? nothing|no change|status quo|as (?:it )?is|keep|stay)\b/i;

export const optionsCompared: Rule = {
  id: "options-compared",
  family: "traceability",
  severity: "error",
  summary:
    "Every options table has enough rows, one of them doing nothing, and enough factors, some of them with a unit.",
  why: "A verdict without alternatives is a preference, and without doing nothing it has no price to beat.",
  thresholds: ["options", "option-factors", "option-units"],
  good: { files: {}, thresholds: { options: 3, "option-factors": 2, "option-units": 1 } },
  bad: {
    files: changed("areas/transport/bicycles.md", "rows:", "⟦rows⟧:", "title: Do nothing", "title: A ferry"),
    thresholds: { options: 2 },
  },
  check(input, report) {
    const limits = ["options", "option-factors", "option-units"] as const;
    if (limits.every((name) => threshold(input, name) === undefined)) return 0;
    let examined = 0;
    for (const finding of input.dossier.findings.values()) {
      if (!finding.data.options) continue;
      examined++;
      for (const { key, message, hint } of problemsOf(finding, input))
        report(finding.atKey(key, "options"), message, { hint });
    }
    return examined;
  },
};

function* problemsOf(finding: Entry<Finding>, input: LintInput) {
  const { rows = [], factors = [] } = finding.data.options ?? {};
  const least = (name: "options" | "option-factors" | "option-units") => threshold(input, name) ?? 0;
  const units = factors.filter(({ unit }) => unit).length;
  if (rows.length < least("options"))
    yield {
      key: "rows",
      message: `Unexpected ${rows.length} options, expected at least ${least("options")}`,
      hint: "Add the options that somebody in the room would name.",
    };
  if (least("options") > 0 && !rows.some(({ title }) => nothing.test(title)))
    yield {
      key: "rows",
      message: "Missing option of doing nothing",
      hint: "Add a row “Do nothing (…)” that says what stays as it is.",
    };
  if (factors.length < least("option-factors"))
    yield {
      key: "factors",
      message: `Unexpected ${factors.length} factors, expected at least ${least("option-factors")}`,
      hint: "Add what else decides: cost, effort, risk, speed, isolation.",
    };
  if (units < least("option-units"))
    yield {
      key: "factors",
      message: `Unexpected ${units} factors with a unit, expected at least ${least("option-units")}`,
      hint: "Add unit: to factors that can be counted, and numbers to their rows.",
    };
}
