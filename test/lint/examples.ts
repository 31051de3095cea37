/** Lints an example of a rule the way the program lints a dossier. */
import type { Diagnostic } from "../../src/core/diagnostic.ts";
import { MemoryCache, MemoryFiles } from "../../src/host/memory-files.ts";
import { exampleFiles, marks } from "../../src/lint/example.ts";
import type { Example, Rule } from "../../src/lint/rule.ts";
import { lint } from "../../src/lint/run.ts";
import { standardsOf } from "../../src/lint/standards.ts";
import { load } from "../../src/load/load.ts";
import { locateProblems } from "../../src/load/places.ts";

export const today = "2026-11-22";

export async function lintExample(example: Example, rules: readonly Rule[]) {
  const laid = { ...exampleFiles, ...example.files };
  const files: Record<string, string> = {};
  let marked: { file: string; start: number; end: number } | undefined;
  for (const [path, text] of Object.entries(laid)) {
    const open = text.indexOf(marks.open);
    const file = `research/${path}`;
    if (open >= 0) marked = { file, start: open, end: text.indexOf(marks.close) - marks.open.length };
    files[file] = text.replace(marks.open, "").replace(marks.close, "");
  }
  const { dossier, problems } = await load({ files: new MemoryFiles(files), cache: new MemoryCache() });
  if (!dossier) throw new Error(JSON.stringify(problems));
  const base = standardsOf(dossier.config.data);
  const standards = {
    ...base,
    thresholds: { ...example.thresholds },
    requires: { ...(example.requires as Record<string, string[]>) },
  };
  const result = lint({ dossier, standards, values: new Map(), today }, rules);
  const diagnostics: Diagnostic[] = locateProblems([...problems, ...result.problems]);
  const place = marked && dossier.files.get(marked.file);
  const from = place && marked ? place.position(marked.start) : undefined;
  const to = place && marked ? place.position(marked.end) : undefined;
  return { diagnostics, examined: result.examined, marked: marked && from && to && { file: marked.file, from, to } };
}
