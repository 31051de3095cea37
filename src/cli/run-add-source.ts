/** The conversation of `dossier add-source`: what is told apart, asked for, registered and said. */
import { describeSource, identityOf, type SourceFlags } from "../app/add-source.ts";
import { importSources } from "../app/import-sources.ts";
import { type Registered, SourceRegistry } from "../app/source-registry.ts";
import { fromCsl } from "../cite/csl-item.ts";
import { type Identifier, recognise } from "../cite/identifiers.ts";
import type { Fetch } from "../core/fetch.ts";
import { UserError } from "../core/user-error.ts";
import type { Machine } from "../host/machine.ts";
import type { Source } from "../model/source.ts";
import { failure, type Line, lineOf, report, summaryOf } from "./add-source-report.ts";
import { askFor, isInteractive } from "./ask.ts";
import type { AddSourceOptions } from "./commands/add-source.ts";
import { harmless } from "./paint.ts";

const offline =
  'Without network: dossier add-source --title "…" --author "Family, Given" --issued 2026-01-31 --url https://…';

/** The exit code: 0 when all was added, 1 for duplicates and bad identifiers, 3 when somebody could not be asked. */
export async function runAddSource(host: Machine, what: readonly string[], options: AddSourceOptions): Promise<number> {
  if (options.key !== undefined && what.length > 1)
    throw new UserError("--key names one source.", "Give one at a time.");
  if (what.length === 0 && !options.title && !isInteractive())
    throw new UserError(
      "Missing what to add, or --title.",
      "dossier add-source <DOI | address | file>, or --title … --url … for what has no metadata.",
    );
  let opened: Promise<Fetch> | undefined;
  const fetch = () => {
    opened ??= host.openFetch({ allowPrivate: options.allowPrivate ?? false });
    return opened;
  };
  const codes: number[] = [];
  for (const one of what.length > 0 ? what : [undefined]) {
    host.progress.step(`Adding ${one ?? "a source"}`);
    const identifier = one === undefined ? undefined : recognise(one);
    const line =
      one !== undefined && !identifier
        ? await fromFile(host, one, options)
        : await add(host, identifier, options, fetch);
    host.progress.done();
    report(line, options);
    codes.push(line.code);
  }
  return Math.max(...codes);
}

async function add(
  host: Machine,
  identifier: Identifier | undefined,
  options: AddSourceOptions,
  fetch: () => Promise<Fetch>,
): Promise<Line> {
  const registry = await SourceRegistry.open(host);
  const twin =
    identifier && !identifier.problem && !options.allowDuplicate
      ? registry.duplicateOf(identityOf(identifier))
      : undefined;
  if (twin) return lineOf(twin, [], options);
  const { key, allowDuplicate, dryRun } = options;
  const described = await describeSource(identifier, flagsOf(options), { fetch, env: host.env, now: host.now });
  if (described.kind === "failed")
    return failure(
      described.message,
      described.code,
      described.code === 3 ? offline : "Check it, or describe the source: --title …",
    );
  host.progress.done();
  const record = await complete(described.record);
  const registered: Registered = await registry.register(record, {
    ...(key ? { key } : {}),
    ...(allowDuplicate ? { allowDuplicate } : {}),
    ...(dryRun ? { dryRun } : {}),
  });
  return lineOf(registered, described.lost, options);
}

/** Without a title there is no record; in a terminal it is asked for. */
async function complete(record: Partial<Source>): Promise<Partial<Source>> {
  if (record.title) return record;
  const answers = await askFor(
    [{ flag: "--title", question: "Title" }],
    "The source says none itself: add --title “…” to the command.",
  );
  const { title } = fromCsl({ title: answers.get("--title") }).record;
  return { ...record, ...(title ? { title } : {}) };
}

async function fromFile(host: Machine, path: string, options: AddSourceOptions): Promise<Line> {
  const { readGiven } = await import("../host/given-file.ts");
  const looksLikeFile = path === "-" || /\.\w{2,8}$|[\\/]/.test(path);
  const bytes = await readGiven(path, process.stdin).catch((error: unknown) => {
    if (looksLikeFile || !(error instanceof UserError)) throw error;
    return undefined;
  });
  if (!bytes)
    return failure(
      `“${harmless(path)}” is no address, DOI, arXiv id, PMID, PMCID, ISBN, RFC or file`,
      1,
      "Write `PMID 12345`, `RFC 8446` or `ISBN …`, or describe it: --title … --url …",
    );
  if (options.key !== undefined) throw new UserError("--key names one source, not those of a file.");
  const { allowDuplicate, dryRun, accessed, tier, organisation, question, flag } = options;
  const record = {
    ...(accessed ? { accessed } : {}),
    ...(tier ? { tier } : {}),
    ...(organisation ? { organisation } : {}),
    ...(question ? { questions: question } : {}),
    ...(flag ? { flags: flag } : {}),
  } as Partial<Source>;
  const imported = await importSources(host, new TextDecoder().decode(bytes), path, {
    ...(allowDuplicate ? { allowDuplicate } : {}),
    ...(dryRun ? { dryRun } : {}),
    record,
  });
  return summaryOf(path, imported, options);
}

const sourceFlags =
  "type title author issued accessed url doi publisher container organisation tier flag question".split(
    " ",
  ) as (keyof SourceFlags)[];

/** What was said of the source. */
const flagsOf = (options: AddSourceOptions): SourceFlags =>
  Object.fromEntries(
    sourceFlags.map((name) => [name, options[name]] as const).filter(([, value]) => value !== undefined),
  );
