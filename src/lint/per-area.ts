/** Coverage of each area: a count that has to reach a threshold in every one of them. */
import { atLeast } from "./at-least.ts";
import type { LintInput, Report } from "./rule.ts";
import { type Threshold, threshold } from "./thresholds.ts";

/** Returns how many areas it examined. */
export function atLeastPerArea(
  input: LintInput,
  report: Report,
  name: Threshold,
  what: string,
  hint: string,
  count: (area: string) => number,
): number {
  if (threshold(input, name) === undefined) return 0;
  const { config } = input.dossier;
  for (const [index, { id }] of config.data.areas.entries())
    atLeast(input, report, {
      threshold: name,
      found: count(id),
      place: config.at("areas", index, "id"),
      what: `${what} in area “${id}”`,
      hint,
    });
  return config.data.areas.length;
}
