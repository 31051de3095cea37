/** A wall-clock limit for whatever may hang. */
import type { Outcome } from "../core/isolate.ts";

/** The first of the outcomes, or `timeout` after `limitMs` milliseconds. */
export async function limited(outcomes: readonly Promise<Outcome>[], limitMs: number): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "timeout" }), limitMs);
  });
  try {
    return await Promise.race([...outcomes, late]);
  } finally {
    clearTimeout(timer);
  }
}
