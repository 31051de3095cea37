/** The weighted decision matrix, and whether its ranks survive other weights. */
import type { Dossier } from "../model/dossier.ts";

export interface Ranked {
  readonly id: string;
  readonly title: string;
  readonly scores: readonly number[];
  /** Weighted mean on the scale of the scores. */
  readonly total: number;
  readonly rank: number;
  /** Best and worst rank when each weight in turn is a quarter lower or higher. */
  readonly best: number;
  readonly worst: number;
}

export interface Ranking {
  readonly criteria: readonly {
    readonly id: string;
    readonly title: string;
    readonly weight: number;
    readonly means: string;
  }[];
  readonly rows: readonly Ranked[];
  /** Whether the same five stand on top under every changed weight. */
  readonly topFiveStable: boolean;
}

const swing = 0.25;

export function rank(dossier: Dossier): Ranking | undefined {
  const criteria = dossier.matrix?.data.criteria;
  if (!criteria) return undefined;
  const candidates = [...dossier.recommendations.values()].filter(({ data }) => data.scores);
  const scores = candidates.map(({ data }) => criteria.map(({ id }) => data.scores?.[id] ?? 0));
  const weights = criteria.map(({ weight }) => weight);
  const base = totals(scores, weights);
  const ranks = ranksOf(base);
  const changed = weights.flatMap((weight, at) =>
    [1 - swing, 1 + swing].map((factor) => ranksOf(totals(scores, weights.with(at, weight * factor)))),
  );
  const top = (some: readonly number[]) => some.flatMap((place, index) => (place <= 5 ? [index] : [])).join();
  const rows = candidates.map(({ id, data }, index) => {
    const places = [ranks, ...changed].map((some) => some[index] as number);
    return {
      id,
      title: data.title,
      scores: scores[index] as number[],
      total: base[index] as number,
      rank: ranks[index] as number,
      best: Math.min(...places),
      worst: Math.max(...places),
    };
  });
  return {
    criteria,
    rows: rows.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1)),
    topFiveStable: changed.every((some) => top(some) === top(ranks)),
  };
}

function totals(scores: readonly (readonly number[])[], weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
  return scores.map((row) => row.reduce((total, score, at) => total + score * (weights[at] as number), 0) / sum);
}

/** Rank 1 is the highest; equals share a rank. */
const ranksOf = (values: readonly number[]): number[] =>
  values.map((value) => 1 + values.filter((other) => other > value + 1e-9).length);
