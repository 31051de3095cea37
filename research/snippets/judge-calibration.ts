/** What a judge's pass and fail counts are worth, given how it did against people. */
export interface Anchor {
  readonly human: boolean; // true: bad content
  readonly judge: boolean;
}

/** What one judge said about the answers of one path in one period. */
export interface Sample {
  readonly judge: string; // model, version and rubric, pinned
  readonly flagged: number;
  readonly judged: number;
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

/** The level, for reports: the true failing share behind the flags (Rogan and Gladen); the interval counts both samples. */
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

/** The alarm: flag rates of two periods under one judge, whose calibration error is in both and cancels. */
export function regressed(
  before: Sample,
  after: Sample,
  least: number, // the samples that the model asks for, in both periods
  z = 1.645,
): boolean | "judge changed" | "too few samples" {
  if (before.judge !== after.judge) return "judge changed";
  if (Math.min(before.judged, after.judged) < least) return "too few samples";
  const [p, q] = [share(before.flagged, before.judged), share(after.flagged, after.judged)];
  return q - p > z * Math.sqrt((p * (1 - p)) / before.judged + (q * (1 - q)) / after.judged);
}
// #endregion calibration
