/** Changes below some folders, several at once counted as one. */
import { existsSync, type FSWatcher, watch as watchFolder } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UserError } from "../core/user-error.ts";

/** Milliseconds to wait for an editor to finish saving. */
const settle = 30;

/**
 * Yields after every burst of changes; ends with the signal, or when the process does. A folder that is moved away, made
 * later or put back is followed anew. Throws UserError where the system can follow no more files.
 */
export async function* watch(root: string, folders: readonly string[], signal?: AbortSignal): AsyncGenerator<void> {
  const paths = folders.map((name) => join(root, name));
  const watchers = new Map<string, FSWatcher>();
  let wake: (() => void) | undefined;
  let changed = false;
  let failure: UserError | undefined;
  const noted = () => {
    changed = true;
    wake?.();
  };
  const follow = (path: string, recursive: boolean, heard: (type: string, name: string | null) => void) => {
    watchers.get(path)?.close();
    watchers.delete(path);
    if (!existsSync(path)) return;
    const failed = (error: NodeJS.ErrnoException) => {
      // What is gone again is told by the folder above it.
      if (error.code !== "ENOSPC" && error.code !== "EMFILE") return;
      failure = tooMany(path);
      wake?.();
    };
    try {
      watchers.set(path, watchFolder(path, { recursive }, heard).on("error", failed));
    } catch (error) {
      failed(error as NodeJS.ErrnoException);
    }
  };
  const enter = (path: string) => follow(path, true, noted);
  signal?.addEventListener("abort", () => wake?.());
  try {
    for (const path of paths) enter(path);
    for (const above of new Set(paths.map(dirname)))
      follow(above, false, (type, name) => {
        const path = paths.find((one) => dirname(one) === above && basename(one) === name);
        if (type !== "rename" || !path) return;
        enter(path);
        noted();
      });
    for (;;) {
      if (!changed && !failure && !signal?.aborted) await new Promise<void>((resolve) => (wake = resolve));
      if (failure) throw failure;
      if (signal?.aborted) return;
      await new Promise((resolve) => setTimeout(resolve, settle));
      changed = false;
      yield;
    }
  } finally {
    for (const watcher of watchers.values()) watcher.close();
  }
}

const tooMany = (path: string) =>
  new UserError(
    `${path} can't be followed: the system watches as many files as it allows.`,
    "Raise its limit, on Linux with `sysctl fs.inotify.max_user_watches=524288`, or leave other programs that watch files.",
    3,
  );
