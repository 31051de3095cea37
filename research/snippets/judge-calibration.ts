/** What a judge's pass and fail counts are worth, given how it did against people. */
export interface Anchor {
  readonly human: boolean; // true: bad content
  readonly judge: boolean;
}

export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

// #region calibration
const share = (hits: number, of: number) => (of === 0 ? Number.NaN : hits / of);

export function calibrate(anchors: readonly Anchor[]) {
  const bad = anchors.filter((a) => a.human);
  const good = anchors.filter((a) => !a.human);
  const sensitivity = share(bad.filter((a) => a.judge).length, bad.length);
  const specificity = share(good.filter((a) => !a.judge).length, good.length);
  return { sensitivity, specificity, bad: bad.length, good: good.length, kappa: kappa(anchors) };
}

/** Agreement beyond chance (Cohen); plain agreement flatters a judge when bad content is rare. */
export function kappa(anchors: readonly Anchor[]): number {
  const n = anchors.length;
  const observed = share(anchors.filter((a) => a.human === a.judge).length, n);
  const human = share(anchors.filter((a) => a.human).length, n);
  const judge = share(anchors.filter((a) => a.judge).length, n);
  const chance = human * judge + (1 - human) * (1 - judge);
  return chance === 1 ? 0 : (observed - chance) / (1 - chance);
}

/** The true failing share behind the flags (Rogan and Gladen), with an interval that counts both samples. */
export function failingShare(
  flagged: number,
  judged: number,
  c: ReturnType<typeof calibrate>,
  z = 1.96,
): Estimate | "judge no better than chance" {
  const visible = c.sensitivity + c.specificity - 1;
  if (!(visible > 0.2)) return "judge no better than chance";
  const q = share(flagged, judged);
  const clamp = (x: number) => Math.min(1, Math.max(0, x));
  const value = (q + c.specificity - 1) / visible;
  const variance =
    (q * (1 - q)) / judged +
    (value ** 2 * c.sensitivity * (1 - c.sensitivity)) / c.bad +
    ((1 - value) ** 2 * c.specificity * (1 - c.specificity)) / c.good;
  const half = (z * Math.sqrt(variance)) / visible;
  return { value: clamp(value), low: clamp(value - half), high: clamp(value + half) };
}

/** A gate moves only on evidence: the new interval has to lie above the old one's value plus the tolerance. */
export const regressed = (before: Estimate, after: Estimate, tolerance: number) => after.low > before.value + tolerance;
// #endregion calibration
