/** The project's own research and pictures, in memory. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MemoryFiles } from "../../src/host/memory-files.ts";
import { memoryHost, repository } from "../app/memory-host.ts";

/** `change` edits a file before anything reads it. */
export function realHost(change: (path: string, text: string) => string = (_, text) => text) {
  const files: Record<string, string> = {};
  for (const folder of ["research", "docs/agents"])
    for (const entry of readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name).slice(repository.length).replace(/^\/+/, "");
      files[path] = change(path, readFileSync(join(repository, path), "utf8"));
    }
  const now = () => new Date("2026-11-23T12:00:00Z"); // not before the last reading of a source
  return { ...memoryHost(), now, files: new MemoryFiles(files) };
}
