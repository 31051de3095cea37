/** Work on a file that other processes may change too: one at a time, and a process that died holds nobody up. */

import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { UserError } from "../core/user-error.ts";
import { temporary } from "./temporary.ts";

const limitMs = 10_000;

/** Runs `work` while a lock file with the process's number stands at `lock`. Throws UserError after ten seconds of waiting. */
export async function exclusively<T>(lock: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(lock), { recursive: true });
  const until = Date.now() + limitMs;
  while (!take(lock)) {
    if (Date.now() > until)
      throw new UserError(`Another dossier process holds ${lock}.`, "Wait until it is done, or delete that file.", 3);
    await wait(5 + Math.random() * 20);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Makes the lock, whole at once, or clears away one whose process is gone. */
function take(lock: string): boolean {
  const mine = temporary(lock);
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (isAbandoned(lock)) discard(lock);
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Two may find the same abandoned lock: only one can rename it, and it looks again at what it got. */
function discard(lock: string): void {
  const taken = temporary(lock);
  try {
    renameSync(lock, taken);
    // Somebody else cleared it and took it in between: it goes back, unless a third one was faster.
    if (!isAbandoned(taken)) linkSync(taken, lock);
  } catch {
    // Gone, or taken again: the next round tells.
  }
  rmSync(taken, { force: true });
}

function isAbandoned(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, "utf8"));
    if (!Number.isInteger(pid) || pid <= 0) return true;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
