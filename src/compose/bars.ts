/** When each recommendation begins and ends: in its phase, behind what it depends on, and when the team has room. */
import type { Dossier } from "../model/dossier.ts";

/** Days from the start of the roadmap. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  /** People at work on it, as a mean. */
  readonly people: number;
}

/** The bars by recommendation, levelled in the order of the roadmap: what stands first in a phase gets the team first. */
export function barsOf({ roadmap, recommendations }: Dossier): ReadonlyMap<string, Bar> {
  const bars = new Map<string, Bar>();
  if (!roadmap) return bars;
  const { people, share = 1 } = roadmap.data.capacity;
  const team = people * share;
  for (const phase of roadmap.data.phases)
    for (const id of phase.items) {
      const { calendar, effort, "depends-on": before = [] } = recommendations.get(id)?.data ?? {};
      const weeks = Math.max(1, calendar?.weeks ?? 1);
      // Whoever needs more than the whole team waits for nobody else.
      const wanted = Math.min((effort?.p50 ?? 0) / weeks, team);
      const earliest = Math.max(phase["from-day"], ...before.map((other) => bars.get(other)?.to ?? 0));
      const others = [...bars.values()].filter(({ to }) => to > earliest);
      const fits = (from: number) => peakOf(others, from, from + weeks * 7) + wanted <= team + 1e-9;
      const starts = [earliest, ...others.map(({ to }) => to).sort((a, b) => a - b)];
      const from = starts.find(fits) ?? (starts.at(-1) as number);
      bars.set(id, { from, to: from + weeks * 7, people: wanted });
    }
  return bars;
}

/** The most people at work between two days; it can only rise where a bar begins. */
function peakOf(bars: readonly Bar[], from: number, to: number): number {
  const rises = [from, ...bars.map((bar) => bar.from).filter((day) => day > from && day < to)];
  const at = (day: number) =>
    bars.filter((bar) => bar.from <= day && day < bar.to).reduce((sum, bar) => sum + bar.people, 0);
  return Math.max(...rises.map(at));
}
