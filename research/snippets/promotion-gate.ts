export interface Pair {
  readonly template: string;
  /** The judge or the schema check passed the answer. */
  readonly baseline: boolean;
  readonly candidate: boolean;
}

export interface Verdict {
  readonly template: string;
  readonly pairs: number;
  /** Lower bound of the candidate's pass rate minus the baseline's. */
  readonly worst: number;
  readonly promote: boolean;
}

// #region gate
/** Computed by the model judge-sampling before a pair is drawn; stopping as soon as it passes spoils the test. */
export interface Plan {
  readonly visible: number; // share of a real difference that the judge shows; 1 for a rule
  readonly margin: number; // largest real loss that is accepted
  readonly least: number; // pairs with which a model as good as the baseline passes four times in five
}

/**
 * Paired, one-sided non-inferiority: both models answered the same prompts, so only the prompts on which
 * they disagree carry information. The bound is the normal one for the difference of paired proportions.
 */
export function worstDifference(pairs: readonly Pair[], z = 1.645): number {
  const n = pairs.length;
  if (n === 0) return -1;
  const won = pairs.filter((p) => p.candidate && !p.baseline).length;
  const lost = pairs.filter((p) => !p.candidate && p.baseline).length;
  const variance = (won + lost - (won - lost) ** 2 / n + 1) / n ** 2;
  return Math.max(-1, (won - lost) / n - z * Math.sqrt(variance));
}

/** One verdict per template: a mean over all templates would hide the one that the quantised model breaks. */
export function gate(pairs: readonly Pair[], { visible, margin, least }: Plan): Verdict[] {
  const byTemplate = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const own = byTemplate.get(pair.template);
    if (own) own.push(pair);
    else byTemplate.set(pair.template, [pair]);
  }
  return [...byTemplate].map(([template, own]) => {
    const worst = worstDifference(own);
    return { template, pairs: own.length, worst, promote: own.length >= least && worst >= -margin * visible };
  });
}
// #endregion gate
