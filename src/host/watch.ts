/** Changes below some folders, several at once counted as one. */
import { existsSync, watch as watchFolder } from "node:fs";
import { join } from "node:path";

/** Milliseconds to wait for an editor to finish saving. */
const settle = 60;

/** Yields after every burst of changes; ends when the process does. */
export async function* watch(root: string, folders: readonly string[]): AsyncGenerator<void> {
  let wake: (() => void) | undefined;
  let changed = false;
  for (const folder of folders.map((name) => join(root, name)).filter((path) => existsSync(path)))
    watchFolder(folder, { recursive: true }, () => {
      changed = true;
      wake?.();
    });
  for (;;) {
    if (!changed) await new Promise<void>((resolve) => (wake = resolve));
    await new Promise((resolve) => setTimeout(resolve, settle));
    changed = false;
    yield;
  }
}
