/** What `dossier add-source` says of each thing it was given. */
import type { Imported } from "../app/import-sources.ts";
import type { Registered } from "../app/source-registry.ts";
import { harmless } from "./paint.ts";

export interface Line {
  readonly code: 0 | 1 | 3;
  /** For a person: results, then what to know about them. */
  readonly out: string;
  readonly notes: readonly string[];
  /** The same for a program. */
  readonly data: Readonly<Record<string, unknown>>;
}

export const failure = (message: string, code: 1 | 3, hint: string): Line => ({
  code,
  out: "",
  notes: [`${message}. Nothing was written.`, hint],
  data: { result: "failed", message, hint },
});

export function lineOf(
  registered: Registered,
  lost: readonly string[],
  { dryRun }: { readonly dryRun?: boolean },
): Line {
  if (registered.kind === "duplicate") {
    const { existing, reason } = registered;
    return {
      code: 1,
      out: `${existing}\n`,
      notes: [
        `Already registered as ${existing}: ${reason}. Nothing was written.`,
        "--allow-duplicate registers it all the same.",
      ],
      data: { result: "duplicate", existing, reason },
    };
  }
  if (registered.kind === "refused") return failure(registered.message, 1, registered.hint);
  const { key, path, text, record } = registered;
  const notes = lost.length > 0 ? [`Not kept, for the record has no place for it: ${lost.join(", ")}.`] : [];
  return {
    code: 0,
    out: dryRun ? `# ${path}\n${text}` : `Added ${key}: ${record.title} (${path})\n`,
    notes,
    data: { result: dryRun ? "would add" : "added", key, path, record, lost },
  };
}

/** The account of a file: every entry is added, a duplicate, or failed. */
export function summaryOf(
  path: string,
  { format, added, duplicates, failed }: Imported,
  { dryRun }: { readonly dryRun?: boolean },
): Line {
  const lossy = added.filter(({ lost }) => lost.length > 0);
  const code = duplicates.length + failed.length > 0 ? 1 : 0;
  return {
    code,
    out: `${path} (${format}): ${dryRun ? "would add" : "added"} ${added.length}, duplicates ${duplicates.length}, failed ${failed.length}.\n`,
    notes: [
      ...failed.map(({ line, message }) => `${path}:${line}: failed: ${message}`),
      ...duplicates.map(
        ({ line, existing, reason, title }) => `${path}:${line}: duplicate of ${existing} (${reason}): ${title}`,
      ),
      ...lossy.map(({ line, key, lost }) => `${path}:${line}: ${key} lost ${lost.join(", ")}`),
    ],
    data: { result: "imported", path, format, added, duplicates, failed },
  };
}

export function report(line: Line, { json }: { readonly json?: boolean }): void {
  if (json) return void process.stdout.write(`${JSON.stringify({ version: 1, ...line.data })}\n`);
  process.stdout.write(harmless(line.out));
  for (const note of line.notes) process.stderr.write(`${harmless(note)}\n`);
}
