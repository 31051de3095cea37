/** Retries that cannot turn a fault into an overload: a budget for each target, spent by the gateway alone. */
export interface Failed {
  readonly target: string;
  /** Attempts made so far, the first one included. */
  readonly attempts: number;
  /** False for a tool that changes something and carries no idempotency key. */
  readonly repeatable: boolean;
  readonly now: number;
  readonly deadline: number;
  /** What the target asked for in its answer, if anything. */
  readonly retryAfterMs?: number;
}
export type Answer =
  | { readonly retry: true; readonly afterMs: number }
  | { readonly retry: false; readonly because: string };

// #region budget
export class RetryBudget {
  readonly #tokens = new Map<string, number>();

  constructor(
    private readonly share = 0.1, // of the successful calls
    private readonly burst = 10, // for a target that has just started
    private readonly maxAttempts = 3,
    private readonly random: () => number = Math.random,
  ) {}

  /** A success earns a tenth of a retry; a target that only fails earns none. */
  succeeded(target: string): void {
    this.#tokens.set(target, Math.min(this.burst, this.#of(target) + this.share));
  }

  ask({ target, attempts, repeatable, now, deadline, retryAfterMs }: Failed): Answer {
    if (!repeatable) return { retry: false, because: "has side effects and no idempotency key" };
    if (attempts >= this.maxAttempts) return { retry: false, because: `${attempts} attempts made` };
    const backoff = this.random() * Math.min(8_000, 500 * 2 ** attempts); // full jitter, so callers do not march in step
    const afterMs = Math.max(retryAfterMs ?? 0, backoff);
    if (now + afterMs >= deadline) return { retry: false, because: "would come after the deadline" };
    if (this.#of(target) < 1) return { retry: false, because: "budget of the target is spent" };
    this.#tokens.set(target, this.#of(target) - 1);
    return { retry: true, afterMs };
  }

  #of(target: string): number {
    return this.#tokens.get(target) ?? this.burst;
  }
}
// #endregion budget
