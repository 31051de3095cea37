/** Changes below some folders, several at once counted as one. */
import { existsSync, watch as watchFolder } from "node:fs";
import { join } from "node:path";

/** Milliseconds to wait for an editor to finish saving. */
const settle = 30;

/** Yields after every burst of changes; ends with the signal, or when the process does. */
export async function* watch(root: string, folders: readonly string[], signal?: AbortSignal): AsyncGenerator<void> {
  let wake: (() => void) | undefined;
  let changed = false;
  signal?.addEventListener("abort", () => wake?.());
  for (const folder of folders.map((name) => join(root, name)).filter((path) => existsSync(path)))
    watchFolder(folder, { recursive: true, ...(signal ? { signal } : {}) }, () => {
      changed = true;
      wake?.();
    });
  for (;;) {
    if (!changed && !signal?.aborted) await new Promise<void>((resolve) => (wake = resolve));
    if (signal?.aborted) return;
    await new Promise((resolve) => setTimeout(resolve, settle));
    changed = false;
    yield;
  }
}
