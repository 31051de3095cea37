/** Fetches a source again and compares: is it there, and do its passages still stand. */
import { urlIdentity } from "../cite/canonical-url.ts";
import { digest } from "../core/digest.ts";
import type { Fetch, Fetched } from "../core/fetch.ts";
import type { Cache } from "../core/host.ts";
import type { OpenIsolate } from "../core/isolate.ts";
import type { Fact, Source } from "../model/source.ts";
import { type Address, addressesOf, type TextServices, textAddress, textServices } from "./addresses.ts";
import { folderAt, retagged } from "./github-folder.ts";
import { type Looked, lookFor, type Seen, type Sought } from "./look-for.ts";
import { readable } from "./readings.ts";
import type { Welcome } from "./robots.ts";

export interface FactCheck {
  readonly status: "found" | "moved" | "gone" | "unread";
  readonly at?: string;
  readonly probe?: string;
}

export interface SourceCheck {
  readonly status: "alive" | "moved" | "blocked" | "failed";
  readonly http?: number;
  readonly says?: string;
  /** Where it is now. */
  readonly at?: string;
  /** No connection could be made at all. */
  readonly unreachable?: boolean;
  /** Of the facts that are bound to a passage. */
  readonly facts: ReadonlyMap<string, FactCheck>;
}

export interface CheckMeans {
  readonly fetch: Fetch;
  readonly openIsolate: OpenIsolate;
  readonly cache: Cache;
  readonly services?: TextServices;
  /** Whether and how slowly the site lets programs read an address. */
  readonly welcome: (url: string) => Promise<Welcome>;
  /** Probes learned earlier, by id of the fact. */
  readonly probes?: ReadonlyMap<string, string>;
}

/** Fewer words were no page that a reader would see. */
const fewestWords = 20;

export async function checkSource(source: Source, means: CheckMeans): Promise<SourceCheck> {
  const services = means.services ?? textServices;
  const sought = (source.facts ?? []).flatMap((fact) => soughtOf(fact, means.probes));
  const via = new Map(
    (source.facts ?? []).flatMap(({ id, copy, via: url }) => (copy === "secondary" && url ? [[id, url] as const] : [])),
  );
  const facts = new Map<string, FactCheck>();
  let first: Visit | undefined;
  for (const address of addressesOf(source, services)) {
    const open = sought.filter(({ id }) => !via.has(id) && !isSettled(facts.get(id)));
    // The first address is visited even if no fact needs it: it tells whether the source is alive.
    if (first && open.length === 0) break;
    const found = await visit(address, open, means);
    first ??= found;
    note(facts, open, found, !address.own);
  }
  for (const url of new Set(via.values())) {
    const open = sought.filter(({ id }) => via.get(id) === url);
    if (open.length > 0)
      note(facts, open, await visit({ ...textAddress(url, services), own: true }, open, means), false);
  }
  if (!first) return { status: "failed", says: "has no address", facts };
  const { looked: _, ...state } = first;
  const commit = first.status === "alive" ? await retagged(source, means.fetch, services) : undefined;
  return commit
    ? { ...state, status: "moved", at: commit, says: "has its tag at another commit", facts }
    : { ...state, facts };
}

interface Visit {
  readonly status: SourceCheck["status"];
  readonly http?: number;
  readonly says?: string;
  readonly at?: string;
  readonly unreachable?: boolean;
  readonly looked?: Looked;
}

/** A page, and where it lists a folder at a commit, the files of that too. */
async function visit(address: Address, sought: readonly Sought[], means: CheckMeans): Promise<Visit> {
  const page = await visitPage(address.url, sought, means);
  if (!page.looked || !address.folder) return page;
  const seen = new Map(page.looked.seen);
  const missing = () => sought.filter(({ id }) => seen.get(id)?.status !== "found");
  if (missing().length === 0) return page;
  const services = means.services ?? textServices;
  const folder = await folderAt(address.folder, means.fetch, services);
  let whole = folder?.complete ?? false;
  for (const url of folder?.files ?? []) {
    const open = missing();
    if (open.length === 0) break;
    const { looked } = await visitPage(url, open, means);
    if (!looked) whole = false;
    for (const [id, one] of looked?.seen ?? []) seen.set(id, one);
  }
  // A folder that was read in part lacks nothing for certain.
  return { ...page, looked: { seen, words: whole ? page.looked.words : 0 } };
}

async function visitPage(url: string, sought: readonly Sought[], means: CheckMeans): Promise<Visit> {
  const { allowed, gap } = await means.welcome(url);
  if (!allowed) return { status: "blocked", says: "robots.txt keeps programs out" };
  const before = remembered(means.cache, url, sought);
  const { response, failure } = await means.fetch({ url, accept: readable, headers: before?.validators ?? {}, gap });
  if (failure) {
    const kind = failure.kind === "wrong-type" || failure.kind === "too-large" ? "blocked" : "failed";
    return { status: kind, says: failure.message, ...(failure.kind === "unreachable" ? { unreachable: true } : {}) };
  }
  const { status: http } = response;
  if ([401, 402, 403, 429, 451].includes(http))
    return { status: "blocked", http, says: `answered with status ${http}` };
  if (http !== 304 && (http < 200 || http >= 300))
    return { status: "failed", http, says: `answered with status ${http}` };
  const left = url !== response.url && response.permanent && urlIdentity(url) !== urlIdentity(response.url);
  const looked = http === 304 && before ? before.looked : await lookFor(response, sought, means.openIsolate);
  remember(means.cache, url, sought, response, looked);
  return {
    ...(response.saved ? {} : { http: http === 304 ? 200 : http }),
    looked,
    ...(left ? { status: "moved", at: response.url } : { status: "alive" }),
  };
}

/** Enters what a visit says about the facts that were open; an earlier “gone” gives way to a place where it stands. */
function note(facts: Map<string, FactCheck>, open: readonly Sought[], { looked, at }: Visit, copy: boolean): void {
  for (const { id } of open) {
    const seen = looked?.seen.get(id);
    if (seen) {
      const elsewhere = at !== undefined || copy;
      facts.set(id, {
        status: elsewhere ? "moved" : seen.status,
        ...(elsewhere && at ? { at } : {}),
        ...(seen.probe ? { probe: seen.probe } : {}),
      });
      continue;
    }
    const before = facts.get(id)?.status;
    const read = looked !== undefined && looked.words >= fewestWords;
    // Only a source that was read in all of its forms lacks the passage; a copy that lacks it proves nothing.
    if (!copy) facts.set(id, { status: read && before !== "unread" ? "gone" : "unread" });
    else if (!before) facts.set(id, { status: "unread" });
  }
}

const isSettled = (check: FactCheck | undefined): boolean => check?.status === "found" || check?.status === "moved";

function soughtOf({ id, pin, quote }: Fact, probes: CheckMeans["probes"]): Sought[] {
  const probe = pin?.probe ?? probes?.get(id);
  return pin || quote
    ? [{ id, ...(pin ? { pin: { ...pin, ...(probe ? { probe } : {}) } } : {}), ...(quote ? { quote } : {}) }]
    : [];
}

interface Remembered {
  readonly validators: Record<string, string>;
  readonly looked: Looked;
}

const keyOf = (url: string, sought: readonly Sought[]): string =>
  digest("1", url, JSON.stringify(sought.map(({ id, pin, quote }) => [id, pin?.sha256, quote])));

/** What the same passages gave on a page that can say whether it changed. */
function remembered(cache: Cache, url: string, sought: readonly Sought[]): Remembered | undefined {
  const text = cache.get("pages", keyOf(url, sought));
  if (text === undefined) return undefined;
  const { validators, seen, words } = JSON.parse(text) as {
    validators: Record<string, string>;
    seen: [string, Seen][];
    words: number;
  };
  return { validators, looked: { seen: new Map(seen), words } };
}

function remember(
  cache: Cache,
  url: string,
  sought: readonly Sought[],
  { status, etag, modified }: Fetched,
  { seen, words }: Looked,
): void {
  if (status === 304 || (!etag && !modified)) return;
  const validators = {
    ...(etag ? { "if-none-match": etag } : {}),
    ...(modified ? { "if-modified-since": modified } : {}),
  };
  cache.set("pages", keyOf(url, sought), JSON.stringify({ validators, seen: [...seen], words }));
}
