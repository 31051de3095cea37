/** The example dossier with some files replaced: what it holds, and what loading reports. */
import { MemoryCache, MemoryFiles } from "../../src/host/memory-files.ts";
import { exampleFiles } from "../../src/lint/example.ts";
import { load } from "../../src/load/load.ts";
import { locateProblems } from "../../src/load/places.ts";

export async function issues(files: Record<string, string | Uint8Array>) {
  const all = Object.entries({ ...exampleFiles, ...files }).map(([path, text]) => [`research/${path}`, text]);
  const { dossier, problems } = await load({
    files: new MemoryFiles(Object.fromEntries(all)),
    cache: new MemoryCache(),
  });
  return { dossier, diagnostics: locateProblems(problems) };
}

export const finding = (front: string, body = "") => `---\n${front}\n---\n${body}`;
