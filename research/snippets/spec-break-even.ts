export interface Draft {
  /** Chance that the first, second, ... drafted token survives, each given that the ones before it did. */
  readonly acceptance: readonly number[];
  /** Time to draft one token, over the time of one plain decoding step. */
  readonly draftCost: number;
}

// #region break-even
/** Tokens gained by one step that verifies the first `length` drafted tokens: one certain token and the survivors. */
export const expectedTokens = ({ acceptance }: Draft, length: number): number =>
  acceptance
    .slice(0, length)
    .reduce(({ survives, tokens }, chance) => ({ survives: survives * chance, tokens: tokens + survives * chance }), {
      survives: 1,
      tokens: 1,
    }).tokens;

/**
 * Time of that step over a plain step. While the GPU has compute to spare, verifying more tokens is free;
 * once `batch * (length + 1)` passes `capacity`, the step grows in proportion.
 */
export const stepTime = (draft: Draft, length: number, batch: number, capacity: number): number =>
  length * draft.draftCost + Math.max(1, (batch * (length + 1)) / capacity) / Math.max(1, batch / capacity);

export const speedUp = (draft: Draft, length: number, batch: number, capacity: number): number =>
  expectedTokens(draft, length) / stepTime(draft, length, batch, capacity);

/** The draft length to run at this load; 0 switches speculation off. */
export function bestLength(draft: Draft, batch: number, capacity: number): number {
  const lengths = Array.from({ length: draft.acceptance.length + 1 }, (_, length) => length);
  return lengths.reduce(
    (best, length) => (speedUp(draft, length, batch, capacity) > speedUp(draft, best, batch, capacity) ? length : best),
    0,
  );
}

/** The smallest batch at which a fixed draft length makes serving slower than no draft at all. */
export function breakEvenBatch(draft: Draft, length: number, capacity: number, limit = 4096): number | undefined {
  for (let batch = 1; batch <= limit; batch++) if (speedUp(draft, length, batch, capacity) < 1) return batch;
  return undefined;
}
// #endregion break-even
