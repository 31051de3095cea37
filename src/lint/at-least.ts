/** The shape that most coverage rules share: a count or share that has to reach a threshold. */
import type { Place } from "../model/entry.ts";
import type { LintInput, Report } from "./rule.ts";
import { type Threshold, threshold } from "./thresholds.ts";

interface Demand {
  readonly threshold: Threshold;
  readonly found: number;
  readonly place?: Place;
  /** What is counted, in the plural: “cited sources”. */
  readonly what: string;
  readonly hint: string;
  readonly share?: boolean;
}

/** Reports too few; returns how much it examined: one count, or nothing when the threshold is not set. */
export function atLeast(input: LintInput, report: Report, demand: Demand): number {
  const least = threshold(input, demand.threshold);
  if (least === undefined) return 0;
  const { found, place = input.dossier.config.at("title"), what, hint, share = false } = demand;
  if (found < least)
    report(place, `Unexpected ${show(found, share)} ${what}, expected at least ${show(least, share)}`, { hint });
  return 1;
}

/** As `atLeast`, for what must not be exceeded. */
export function atMost(input: LintInput, report: Report, demand: Demand): number {
  const most = threshold(input, demand.threshold);
  if (most === undefined) return 0;
  const { found, place = input.dossier.config.at("title"), what, hint, share = false } = demand;
  if (found > most)
    report(place, `Unexpected ${show(found, share)} ${what}, expected at most ${show(most, share)}`, { hint });
  return 1;
}

const show = (value: number, share: boolean) =>
  share ? `${Number((100 * value).toFixed(1))} % of the` : `${Number(value.toFixed(2))}`;
