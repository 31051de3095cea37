/** One request a host at a time, with a pause between two where the host asks for it. */
import { setTimeout as wait } from "node:timers/promises";

export class HostQueue {
  readonly #last = new Map<string, Promise<unknown>>();
  /** When the next request may begin, in milliseconds of the clock. */
  readonly #free = new Map<string, number>();

  /** Runs `work` when nothing else of this host is under way, and `gap` milliseconds after it ended. */
  run<T>(host: string, gap: number, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(host) ?? Promise.resolve();
    const mine = before.then(async () => {
      const pause = (this.#free.get(host) ?? 0) - Date.now();
      if (pause > 0) await wait(pause);
      try {
        return await work();
      } finally {
        this.#free.set(host, Date.now() + gap);
      }
    });
    this.#last.set(
      host,
      mine.catch(() => undefined),
    );
    return mine;
  }
}
