/** A host whose project is in memory and whose program is this repository; the browser and the threads are real. */
import { fileURLToPath } from "node:url";
import type { Host } from "../../src/core/host.ts";
import { openBrowser } from "../../src/host/browser.ts";
import { DiskFiles } from "../../src/host/disk-files.ts";
import { openFetch } from "../../src/host/fetch.ts";
import { openIsolate } from "../../src/host/isolate.ts";
import { MemoryCache, MemoryFiles } from "../../src/host/memory-files.ts";
import { exampleFiles } from "../../src/lint/example.ts";

export const repository = fileURLToPath(new URL("../..", import.meta.url));

const progress = { step: () => {}, done: () => {} };
const env = (name: string) => process.env[name] || undefined;

/** `files` are laid over the example dossier, by path below `research/`. */
export function memoryHost(
  files: Readonly<Record<string, string>> = {},
  cache = new MemoryCache(),
): Host & { files: MemoryFiles } {
  const research = Object.entries({ ...exampleFiles, ...files }).map(([path, text]) => [`research/${path}`, text]);
  return {
    files: new MemoryFiles(Object.fromEntries(research)),
    cache,
    progress,
    packaged: new DiskFiles(repository),
    openBrowser: () => openBrowser({ env, progress }),
    openIsolate,
    openFetch,
    now: () => new Date("2026-11-22T12:00:00Z"),
    env,
  };
}

export const textOf = (host: Host, path: string) => new TextDecoder().decode(host.files.read(path));
