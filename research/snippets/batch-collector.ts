export type DataClass = "public" | "internal" | "confidential" | "restricted";

export interface Job {
  readonly id: string;
  readonly tenant: string;
  readonly dataClass: DataClass;
  readonly prefixId: string;
  readonly bytes: number;
  /** When the caller needs the answer, in epoch milliseconds. */
  readonly due: number;
}

export interface Limits {
  readonly jobs: number;
  readonly bytes: number;
  /** The oldest job waits no longer than this. */
  readonly ageMs: number;
  /** A batch may take this long; a job due earlier is not for the lane. */
  readonly windowMs: number;
}

// #region collector
export type Verdict = "queued" | "real-time: due too soon" | "real-time: barred by data class";

interface Open {
  readonly jobs: Job[];
  bytes: number;
  readonly since: number;
}

/** Groups jobs that share a prefix, so that a batch warms the cache once, and closes a batch by size or by age. */
export class BatchCollector {
  readonly #open = new Map<string, Open>();

  constructor(
    private readonly limits: Limits,
    private readonly send: (jobs: readonly Job[]) => void,
  ) {}

  add(job: Job, now: number): Verdict {
    if (job.dataClass === "confidential" || job.dataClass === "restricted") return "real-time: barred by data class";
    if (job.due - now < this.limits.ageMs + this.limits.windowMs) return "real-time: due too soon";
    const key = JSON.stringify([job.tenant, job.prefixId]);
    let group = this.#open.get(key);
    if (group && (group.jobs.length >= this.limits.jobs || group.bytes + job.bytes > this.limits.bytes)) {
      this.#close(key);
      group = undefined;
    }
    group ??= { jobs: [], bytes: 0, since: now };
    group.jobs.push(job);
    group.bytes += job.bytes;
    this.#open.set(key, group);
    if (group.jobs.length >= this.limits.jobs) this.#close(key);
    return "queued";
  }

  /** Call on a timer: sends every group whose oldest job has waited long enough. */
  tick(now: number): void {
    for (const [key, group] of [...this.#open]) if (now - group.since >= this.limits.ageMs) this.#close(key);
  }

  #close(key: string): void {
    const group = this.#open.get(key);
    this.#open.delete(key);
    if (group) this.send(group.jobs);
  }
}
// #endregion collector
