/** Does this endpoint still serve the model we approved? A two-sample permutation test on answers to fixed probes. */

// #region drift
/** Share of positions at which two answers differ, over the first `length` characters. */
function distance(a: string, b: string, length = 400): number {
  const size = Math.min(length, Math.max(a.length, b.length));
  if (size === 0) return 0;
  let differing = 0;
  for (let i = 0; i < size; i++) if (a[i] !== b[i]) differing++;
  return differing / size;
}

/** Energy distance of two samples: zero when both come from one distribution, larger the further apart they are. */
function energy(d: readonly (readonly number[])[], order: readonly number[], split: number): number {
  let across = 0,
    left = 0,
    right = 0;
  for (let i = 0; i < order.length; i++)
    for (let j = 0; j < order.length; j++) {
      const value = d[order[i] as number]?.[order[j] as number] ?? 0;
      if (i < split && j < split) left += value;
      else if (i >= split && j >= split) right += value;
      else across += value / 2;
    }
  const m = split,
    n = order.length - split;
  return (2 * across) / (m * n) - left / (m * m) - right / (n * n);
}

/** Probability of a distance this large if both samples came from one model; `random` yields numbers in 0..1. */
export function driftProbability(
  approved: readonly string[],
  served: readonly string[],
  random: () => number,
  rounds = 400,
): number {
  const all = [...approved, ...served];
  const d = all.map((a) => all.map((b) => distance(a, b)));
  const order = all.map((_, i) => i);
  const seen = energy(d, order, approved.length);
  let asLarge = 1; // the observed split is one of the permutations
  for (let round = 0; round < rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    if (energy(d, order, approved.length) >= seen - 1e-12) asLarge++;
  }
  return asLarge / (rounds + 1);
}
// #endregion drift
