/** Temporary files beside what they become: a file gets its name when it is whole, and what a killed run left is swept. */
import { randomUUID } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const ours = /\.[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\.tmp$/;
/** Nobody writes for longer. */
const staleMs = 10 * 60_000;
const swept = new Set<string>();

/** A name for what will be `target`. The first in a folder sweeps it. */
export function temporary(target: string): string {
  const folder = dirname(target);
  if (!swept.has(folder)) {
    swept.add(folder);
    sweep(folder);
  }
  return join(folder, `${basename(target)}.${randomUUID()}.tmp`);
}

function sweep(folder: string): void {
  const before = Date.now() - staleMs;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isFile() || !ours.test(entry.name)) continue;
    const path = join(folder, entry.name);
    // Somebody else may sweep at the same time; what can't be removed harms nobody.
    try {
      if (statSync(path).mtimeMs < before) rmSync(path);
    } catch {}
  }
}
