/** Tenant-fair admission to the local pool: the tenant with the least weighted service goes next, and nobody banks credit while idle. */
export interface Job {
  readonly tenant: string;
  readonly inputTokens: number;
  /** An upper bound; the real count is settled when the answer is complete. */
  readonly maxOutputTokens: number;
}

export interface Weights {
  readonly input: number;
  readonly output: number;
}

// #region admission
export class TenantAdmission<J extends Job> {
  readonly #served = new Map<string, number>();
  readonly #queues = new Map<string, J[]>();

  constructor(
    private readonly price: Weights = { input: 1, output: 4 },
    private readonly share: (tenant: string) => number = () => 1,
  ) {}

  enqueue(job: J): void {
    const queue = this.#queues.get(job.tenant);
    if (queue) {
      queue.push(job);
      return;
    }
    // A tenant that was idle starts level with the least-served one that waits, so idling earns no burst.
    const floor = Math.min(...[...this.#queues.keys()].map((t) => this.served(t)));
    if (Number.isFinite(floor)) this.#served.set(job.tenant, Math.max(this.served(job.tenant), floor));
    this.#queues.set(job.tenant, [job]);
  }

  /** Work-conserving: returns a job whenever one waits. */
  next(): J | undefined {
    let pick: string | undefined;
    for (const tenant of this.#queues.keys())
      if (pick === undefined || this.served(tenant) < this.served(pick)) pick = tenant;
    if (pick === undefined) return undefined;
    const queue = this.#queues.get(pick) ?? [];
    const job = queue.shift();
    if (queue.length === 0) this.#queues.delete(pick);
    if (job) this.#charge(job.tenant, job.inputTokens, job.maxOutputTokens);
    return job;
  }

  /** Gives back what the reservation took too much. */
  settle(job: J, outputTokens: number): void {
    this.#charge(job.tenant, 0, outputTokens - job.maxOutputTokens);
  }

  served(tenant: string): number {
    return this.#served.get(tenant) ?? 0;
  }

  #charge(tenant: string, input: number, output: number): void {
    const cost = (input * this.price.input + output * this.price.output) / this.share(tenant);
    this.#served.set(tenant, this.served(tenant) + cost);
  }
}
// #endregion
