/** A host with nothing but files in memory: no network, no browser; whatever asks for one fails its test. */
import { fileURLToPath } from "node:url";
import type { Host } from "../../src/core/host.ts";
import { DiskFiles } from "../../src/host/disk-files.ts";
import { openIsolate } from "../../src/host/isolate.ts";
import { MemoryCache, MemoryFiles } from "../../src/host/memory-files.ts";

const today = "2026-11-22";
const packageFolder = fileURLToPath(new URL("../..", import.meta.url));

export function offlineHost(files: Readonly<Record<string, string>> = {}): Host {
  const refuse = (what: string) => async (): Promise<never> => {
    throw new Error(`This test has no ${what}.`);
  };
  return {
    files: new MemoryFiles(files),
    cache: new MemoryCache(),
    progress: { step: () => {}, done: () => {} },
    packaged: new DiskFiles(packageFolder),
    openBrowser: refuse("browser"),
    openFetch: refuse("network"),
    openIsolate,
    now: () => new Date(`${today}T12:00:00Z`),
    env: () => undefined,
  };
}

export const readText = (host: Host, path: string) => new TextDecoder().decode(host.files.read(path));
