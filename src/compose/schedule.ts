/** The roadmap in numbers: load against capacity, the order that dependencies force, and the longest chain. */
import type { Dossier, Entries } from "../model/dossier.ts";
import type { Recommendation } from "../model/recommendation.ts";

export interface Load {
  readonly id: string;
  readonly title: string;
  readonly fromDay: number;
  readonly toDay: number;
  readonly from: string;
  readonly to: string;
  readonly p50: number;
  readonly p90: number;
  /** Person-weeks that the team has in the phase. */
  readonly capacity: number;
  readonly load: number;
  readonly loadAtHalf: number;
}

export interface Schedule {
  readonly phases: readonly Load[];
  readonly p50: number;
  readonly p90: number;
  readonly capacity: number;
  /** Recommendations on the longest chain of dependencies by calendar weeks, first to last. */
  readonly criticalPath: readonly string[];
  readonly criticalWeeks: number;
  readonly people: number;
  readonly share: number;
}

export function scheduleOf(dossier: Dossier): Schedule | undefined {
  const roadmap = dossier.roadmap?.data;
  if (!roadmap) return undefined;
  const { people, share = 1 } = roadmap.capacity;
  const phases = roadmap.phases.map((phase) => {
    const items = phase.items.flatMap((id) => dossier.recommendations.get(id)?.data.effort ?? []);
    const p50 = items.reduce((total, { p50: effort }) => total + effort, 0);
    const p90 = items.reduce((total, { p90: effort }) => total + effort, 0);
    const capacity = ((phase["to-day"] - phase["from-day"]) / 7) * people * share;
    return {
      id: phase.id,
      title: phase.title,
      fromDay: phase["from-day"],
      toDay: phase["to-day"],
      from: dayAfter(roadmap.start, phase["from-day"]),
      to: dayAfter(roadmap.start, phase["to-day"]),
      p50,
      p90,
      capacity,
      load: capacity ? p50 / capacity : 0,
      loadAtHalf: capacity ? p50 / (capacity / 2) : 0,
    };
  });
  const { path, weeks } = criticalPath(dossier.recommendations);
  const sum = (of: (phase: Load) => number) => phases.reduce((total, phase) => total + of(phase), 0);
  return {
    phases,
    p50: sum((phase) => phase.p50),
    p90: sum((phase) => phase.p90),
    capacity: sum((phase) => phase.capacity),
    criticalPath: path,
    criticalWeeks: weeks,
    people,
    share,
  };
}

/** The day `days` after an ISO date. */
export function dayAfter(start: string, days: number): string {
  return new Date(Date.parse(`${start}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Longest chain of `depends-on` by calendar weeks; a cycle (an error elsewhere) is cut where it closes. */
export function criticalPath(recommendations: Entries<Recommendation>): { path: string[]; weeks: number } {
  const longest = new Map<string, { path: string[]; weeks: number }>();
  const walk = (id: string, above: ReadonlySet<string>): { path: string[]; weeks: number } => {
    const known = longest.get(id);
    if (known) return known;
    const entry = recommendations.get(id);
    if (!entry || above.has(id)) return { path: [], weeks: 0 };
    const before = (entry.data["depends-on"] ?? []).map((other) => walk(other, new Set([...above, id])));
    const best = before.reduce((most, other) => (other.weeks > most.weeks ? other : most), {
      path: [] as string[],
      weeks: 0,
    });
    const result = { path: [...best.path, id], weeks: best.weeks + (entry.data.calendar?.weeks ?? 0) };
    longest.set(id, result);
    return result;
  };
  return [...recommendations.keys()]
    .map((id) => walk(id, new Set()))
    .reduce((most, other) => (other.weeks > most.weeks ? other : most), { path: [], weeks: 0 });
}
