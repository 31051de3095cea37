/** Registers what a bibliography file holds, and accounts for every entry of it. */
import { fromCsl } from "../cite/csl-item.ts";
import type { Format } from "../cite/format.ts";
import { formats } from "../cite/formats/index.ts";
import type { Host } from "../core/host.ts";
import { UserError } from "../core/user-error.ts";
import type { Source } from "../model/source.ts";
import { type RegisterOptions, SourceRegistry } from "./source-registry.ts";

export interface ImportOptions extends Pick<RegisterOptions, "allowDuplicate" | "dryRun"> {
  /** Laid over every entry. */
  readonly record?: Partial<Source>;
}

export interface Imported {
  readonly format: string;
  readonly added: readonly { readonly line: number; readonly key: string; readonly lost: readonly string[] }[];
  readonly duplicates: readonly {
    readonly line: number;
    readonly existing: string;
    readonly reason: string;
    readonly title: string;
  }[];
  readonly failed: readonly { readonly line: number; readonly message: string }[];
}

const mostWriting = 64;

/** `path` names the file for the choice of format and for messages. Throws UserError when no format fits. */
export async function importSources(
  host: Host,
  text: string,
  path: string,
  options: ImportOptions = {},
): Promise<Imported> {
  const format = formatOf(text, path);
  const registry = await SourceRegistry.open(host);
  host.progress.step(`Reading ${path}`);
  const { records, problems } = await format.read(text, path);
  const added: Imported["added"][number][] = [];
  const duplicates: Imported["duplicates"][number][] = [];
  const failed: Imported["failed"][number][] = problems.map(({ line, message }) => ({ line, message }));
  const writing = new Set<Promise<void>>();
  const today = host.now().toISOString().slice(0, 10);
  for (const [at, { item, line, lost }] of records.entries()) {
    if (at % 100 === 0) host.progress.step(`Registering entry ${at + 1} of ${records.length}`);
    const read = fromCsl(item);
    // An entry that has an address and does not say when it was read counts as looked up on the day of its import.
    const looked = read.record.URL ? { accessed: today } : {};
    const record = { ...looked, ...read.record, ...options.record };
    if (!record.title) {
      failed.push({ line, message: "Missing title" });
      continue;
    }
    // Judged in order, written side by side.
    const { title } = record;
    const done = registry.register(record, options).then((result) => {
      writing.delete(done);
      if (result.kind === "added") added.push({ line, key: result.key, lost: [...lost, ...read.lost] });
      else if (result.kind === "duplicate")
        duplicates.push({ line, existing: result.existing, reason: result.reason, title });
      else failed.push({ line, message: result.message });
    });
    writing.add(done);
    if (writing.size >= mostWriting) await Promise.race(writing);
  }
  await Promise.all(writing);
  const byLine = (a: { readonly line: number }, b: { readonly line: number }) => a.line - b.line;
  return {
    format: format.title,
    added: added.sort(byLine),
    duplicates: duplicates.sort(byLine),
    failed: failed.sort(byLine),
  };
}

type Importable = Format & Required<Pick<Format, "read">>;

/** By the name of the file, otherwise by the look of its text. */
function formatOf(text: string, path: string): Importable {
  const readers = formats.filter((format): format is Importable => format.read !== undefined);
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  const found =
    readers.find(({ extensions }) => extensions.includes(extension)) ?? readers.find(({ detect }) => detect?.(text));
  if (found) return found;
  throw new UserError(
    `${path} is in no format that can be read.`,
    `Give a file in ${readers.map(({ title }) => title).join(", ")}.`,
  );
}
