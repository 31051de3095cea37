/** Doubles of the machine for this room's tests. */
import type { Cache, Progress } from "../../src/core/host.ts";

export function memoryCache(): Cache & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get: (kind, key) => entries.get(`${kind}/${key}`),
    set: (kind, key, value) => void entries.set(`${kind}/${key}`, value),
  };
}

export const silent: Progress = { step: () => undefined, done: () => undefined };
