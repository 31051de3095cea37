/** Checks sources against the world, or against saved copies, and keeps the ledger of what was found. */
import { createHash } from "node:crypto";
import type { Host } from "../core/host.ts";
import { didYouMean } from "../core/suggest.ts";
import { UserError } from "../core/user-error.ts";
import { textServices } from "../evidence/addresses.ts";
import { checkSource, type SourceCheck } from "../evidence/check-source.ts";
import { ledgerEntry } from "../evidence/ledger-entry.ts";
import { ledgerText } from "../evidence/ledger-text.ts";
import type { PageFile } from "../evidence/readings.ts";
import { robotsOf, type Welcome } from "../evidence/robots.ts";
import { savedPages } from "../evidence/saved-pages.ts";
import { readFile } from "../load/file.ts";
import { decode } from "../load/text.ts";
import { workspace } from "../load/workspace.ts";
import type { Dossier } from "../model/dossier.ts";
import { kinds } from "../model/kinds.ts";
import type { Ledger, LedgerSource } from "../model/ledger.ts";
import { loadDossier } from "./load-dossier.ts";

export const ledgerPath = `${workspace}/evidence.lock.yaml`;

export interface VerifyOptions {
  /** Only these; otherwise every source. */
  readonly keys?: readonly string[];
  /** The `index`th of `count` equal parts, from 1. */
  readonly shard?: { readonly index: number; readonly count: number };
  /** Leave out what was checked today already. */
  readonly resume?: boolean;
  readonly strikes?: number;
  readonly allowPrivate?: boolean;
  /** Saved copies, by address or key, instead of the network. */
  readonly saved?: ReadonlyMap<string, PageFile>;
}

export interface Verified {
  readonly key: string;
  readonly check: SourceCheck;
  readonly before: LedgerSource | undefined;
  readonly entry: LedgerSource;
}

export interface Verification {
  readonly dossier: Dossier;
  readonly results: readonly Verified[];
  /** Sources that this run left out. */
  readonly skipped: number;
}

/** Sites are asked at once, each with one request at a time. */
const atOnce = 16;
/** The ledger is written after this many sources, or this share of those so far: a run that is stopped can be resumed. */
const checkpoint = { sources: 25, share: 0.2 };

/** The ledger as this run wrote it last: it need not be read again. */
interface Written {
  readonly text: string;
  readonly ledger: Ledger;
}

/** Throws UserError for an unknown key, and when nothing at all could be reached. */
export async function verify(host: Host, options: VerifyOptions = {}): Promise<Verification> {
  const dossier = await loadDossier(host);
  const today = host.now().toISOString().slice(0, 10);
  const ledger = new Map(Object.entries(dossier.ledger?.data.sources ?? {}));
  const wanted = chosen(dossier, options).filter((key) => !options.resume || ledger.get(key)?.checked !== today);
  const services = {
    arxiv: host.env("DOSSIER_ARXIV_PAGE_URL") ?? textServices.arxiv,
    githubRaw: host.env("DOSSIER_GITHUB_RAW_URL") ?? textServices.githubRaw,
    githubApi: host.env("DOSSIER_GITHUB_URL") ?? textServices.githubApi,
  };
  const { saved } = options;
  const fetch = saved
    ? savedPages(saved, (key) => dossier.sources.get(key)?.data, services)
    : await host.openFetch({ allowPrivate: options.allowPrivate ?? false });
  const open: (url: string) => Promise<Welcome> = async () => ({ allowed: true, gap: 0 });
  const welcome = saved ? open : robotsOf(fetch);
  const results: Verified[] = [];
  let unsaved: Verified[] = [];
  const save = ledgerWriter(host, dossier);
  const { default: limit } = await import("p-limit");
  const limited = limit(atOnce);
  await Promise.all(
    wanted.map((key) =>
      limited(async () => {
        const source = dossier.sources.get(key);
        if (!source) return;
        const before = ledger.get(key);
        const probes = new Map(
          Object.entries(before?.facts ?? {}).flatMap(([id, { probe }]) => (probe ? [[id, probe] as const] : [])),
        );
        const check = await checkSource(source.data, {
          fetch,
          welcome,
          services,
          probes,
          cache: host.cache,
          openIsolate: host.openIsolate,
        });
        // A copy that was not saved says nothing about the source.
        if (saved && check.unreachable) return;
        const entry = ledgerEntry(before, check, source.data.facts ?? [], { today, strikes: options.strikes ?? 3 });
        results.push({ key, check, before, entry });
        host.progress.step(`Verified ${results.length} of ${wanted.length}: ${key}`);
        unsaved.push({ key, check, before, entry });
        const few = Math.max(checkpoint.sources, checkpoint.share * results.length);
        if (unsaved.length < few || !reachedAny(results)) return;
        const batch = unsaved;
        unsaved = [];
        await save(batch);
      }),
    ),
  ).catch((error: unknown) => {
    // What can't be written down need not be fetched.
    limited.clearQueue();
    throw error;
  });
  if (results.length > 0 && !reachedAny(results))
    throw new UserError(
      "No source could be reached, so nothing was written down.",
      "Is there a network? `dossier verify --offline <file>` checks against saved copies.",
      3,
    );
  await save(unsaved);
  results.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { dossier, results, skipped: dossier.sources.size - results.length };
}

/** Without a network every source fails: that is nobody's strike. */
const reachedAny = (results: readonly Verified[]): boolean => results.some(({ check }) => !check.unreachable);

function chosen(dossier: Dossier, { keys = [], shard }: VerifyOptions): string[] {
  const all = [...dossier.sources.keys()];
  for (const key of keys)
    if (!dossier.sources.has(key))
      throw new UserError(`There is no source “${key}”.`, didYouMean(key, all) ?? "`dossier sources` lists them.");
  const wanted = keys.length > 0 ? [...new Set(keys)] : all;
  if (!shard) return wanted;
  // By the key's own hash, so that a source stays in its part when others come and go.
  return wanted.filter(
    (key) => createHash("sha256").update(key).digest().readUInt32BE(0) % shard.count === shard.index - 1,
  );
}

/** Lays entries over what the file holds now; sources that are no more leave it. */
function ledgerWriter({ files }: Host, dossier: Dossier): (batch: readonly Verified[]) => Promise<void> {
  const kind = kinds.find(({ name }) => name === "ledger");
  let last: Written | undefined;
  return async (batch) => {
    if (batch.length === 0) return;
    await files.update(ledgerPath, (bytes) => {
      const found = bytes && decode(bytes).text;
      const read =
        found === undefined || found === last?.text
          ? last?.ledger
          : kind && (readFile(kind, found).data as Ledger | undefined);
      if (found !== undefined && !read)
        throw new UserError(
          `${ledgerPath} can't be read.`,
          "`dossier lint` shows where; take it from git, or delete it to begin anew.",
        );
      const kept = Object.entries(read?.sources ?? {}).filter(
        ([key]) => dossier.sources.has(key) || dossier.broken.has(`source/${key}`),
      );
      const ledger = {
        sources: Object.fromEntries([...kept, ...batch.map(({ key, entry }) => [key, entry] as const)]),
      };
      last = { ledger, text: ledgerText(ledger) };
      return last.text;
    });
  };
}
