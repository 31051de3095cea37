/** `research/` to a dossier and what is wrong with its files; never throws for bad content. */
import { digestOfBytes } from "../core/digest.ts";
import type { Cache, Host } from "../core/host.ts";
import { SourceText } from "../core/source-text.ts";
import { UserError } from "../core/user-error.ts";
import { readDiagram } from "../diagram/read.ts";
import type { Config } from "../model/config.ts";
import type { Dossier } from "../model/dossier.ts";
import { Entry, Prose } from "../model/entry.ts";
import { type Kind, kinds } from "../model/kinds.ts";
import type { Problem } from "../model/problem.ts";
import type { Source } from "../model/source.ts";
import { keepFigures } from "../prose/matching.ts";
import { frontOf, withBody } from "./edited.ts";
import type { ReadFile } from "./file.ts";
import type { Issue } from "./issue.ts";
import { store, unstore } from "./stored.ts";
import { decode } from "./text.ts";
import { workspace } from "./workspace.ts";

/** Changes when the same bytes would be read differently. */
const version = "12";

const config = `${workspace}/dossier.yaml`;

/** What this process has read, by path: a preview loads after every save. */
const held = new WeakMap<Cache, Held>();

type Held = Map<string, { readonly content: string; readonly read: ReadFile }>;

export interface Loaded {
  /** Missing when `dossier.yaml` itself can't be read. */
  readonly dossier?: Dossier;
  readonly problems: readonly Problem[];
}

/** Hears of each source as soon as it is read, so that work on it can begin while the rest is read. */
export type OnSource = (source: Entry<Source>, config: Config) => Promise<void>;

export async function load(host: Pick<Host, "files" | "cache">, onSource?: OnSource): Promise<Loaded> {
  const loader = new Loader(host, onSource);
  const paths = host.files.list(workspace);
  if (!paths.includes(config))
    throw new UserError(
      `No ${config} in this folder.`,
      "Run `dossier init` to start a dossier, or change to a folder that has one.",
    );
  const isEarly = (path: string) => path === config || path.startsWith(`${workspace}/sources/`);
  for (const path of paths.filter(isEarly)) await loader.add(path);
  for (const path of paths) if (!isEarly(path)) await loader.add(path);
  return loader.finish();
}

class Loader {
  readonly #files = new Map<string, SourceText>();
  readonly #entries = new Map<string, Map<string, Entry>>();
  readonly #broken = new Set<string>();
  readonly #problems: Problem[] = [];

  readonly #held: Held;

  constructor(
    readonly host: Pick<Host, "files" | "cache">,
    readonly onSource?: OnSource,
  ) {
    this.#held = held.get(host.cache) ?? new Map();
    held.set(host.cache, this.#held);
  }

  async add(path: string): Promise<void> {
    const bytes = this.host.files.read(path);
    if (!bytes) return;
    const inside = path.slice(workspace.length + 1);
    const { kind, match } = classify(inside);
    const { text, sound, issues } = decode(bytes);
    const source = new SourceText(path, text);
    this.#files.set(path, source);
    this.#report(source, issues);
    if (inside.startsWith("diagrams/") && inside.endsWith(".mmd")) {
      const id = inside.slice("diagrams/".length, -".mmd".length);
      return this.#keep(
        new Entry("diagram", id, source, readDiagram(source.text), [], undefined, [], digestOfBytes(bytes)),
      );
    }
    if (!kind || !match) {
      if (/\.(ya?ml|md)$/.test(inside) && !inside.startsWith("snippets/"))
        this.#report(source, [
          {
            rule: "known-file",
            message: `Unexpected file ${path}`,
            hint: "See docs/format.md for where each kind of file stands, or move it out of research/.",
            span: { start: 0, end: 0 },
          },
        ]);
      return;
    }
    const id = match["id"] as string;
    if (!sound) return void this.#broken.add(`${kind.name}/${id}`);
    const content = `${version}-${kind.name}-${digestOfBytes(bytes)}`;
    const last = this.#held.get(path);
    const read = last?.content === content ? last.read : await this.#read(kind, path, content, text);
    this.#held.set(path, { content, read });
    this.#report(source, read.issues);
    if (read.data === undefined) return void this.#broken.add(`${kind.name}/${id}`);
    for (const [index, figures] of read.figures?.entries() ?? [])
      keepFigures((read.data as Source).facts?.[index]?.figures ?? [], figures);
    const prose = read.prose.map((p) => new Prose(source, p.path, p.text, p.start, p.ours, p.reading));
    const entry = new Entry(kind.name, id, source, read.data, prose, match["area"], read.references, content);
    this.#keep(entry);
    const settings = this.#one("dossier") as Entry<Config> | undefined;
    if (kind.name === "source" && settings) await this.onSource?.(entry as Entry<Source>, settings.data);
  }

  /** From the cache when the bytes are the same; when only the body of a document changed, without reading its fields again. */
  async #read(kind: Kind, path: string, content: string, text: string): Promise<ReadFile> {
    const key = JSON.stringify(path);
    const cached = this.host.cache.get("files", key);
    const last = cached === undefined ? undefined : recall(cached);
    // What another version has read may be laid out otherwise, or say other things of the same bytes.
    const before = last?.content.startsWith(`${version}-${kind.name}-`) ? last : undefined;
    if (before?.content === content) return unstore(before.json);
    const known = before && unstore(before.json);
    const edited = before && known && frontOf(text, known) === before.front ? await withBody(text, known) : undefined;
    const read = edited ?? (await (await import("./file.ts")).readWithProse(kind, text, known?.prose));
    this.host.cache.set("files", key, `${content} ${frontOf(text, read) ?? "-"} ${store(read)}`);
    return read;
  }

  #keep(entry: Entry): void {
    const entries = this.#entries.get(entry.kind) ?? new Map<string, Entry>();
    entries.set(entry.id, entry);
    this.#entries.set(entry.kind, entries);
  }

  /** Of a kind that has one file alone. */
  #one(kind: string): Entry | undefined {
    return this.#entries.get(kind)?.get(kind);
  }

  #report(source: SourceText, issues: readonly Issue[]): void {
    for (const { rule, message, hint, replace, span, path, key } of issues) {
      const place = span ? { source, span } : { source, path: path ?? [], ...(key === undefined ? {} : { key }) };
      this.#problems.push({
        rule,
        severity: "error",
        message,
        place,
        ...(hint ? { hint } : {}),
        ...(replace ? { fix: { replace } } : {}),
      });
    }
  }

  finish(): Loaded {
    const all = <T>(kind: string) => (this.#entries.get(kind) ?? new Map()) as ReadonlyMap<string, Entry<T>>;
    const config = this.#one("dossier") as Entry<Config> | undefined;
    if (!config) return { problems: this.#problems };
    const registers = [
      "system",
      "method",
      "roadmap",
      "matrix",
      "risks",
      "assumptions",
      "conflicts",
      "crosswalk",
      "glossary",
    ];
    const dossier = {
      config,
      ...Object.fromEntries(registers.flatMap((kind) => (this.#one(kind) ? [[kind, this.#one(kind)]] : []))),
      ...(all("ledger").has("evidence") ? { ledger: all("ledger").get("evidence") } : {}),
      sections: all("section"),
      sources: all("source"),
      areas: all("area"),
      findings: all("finding"),
      cases: all("case"),
      recommendations: all("recommendation"),
      models: all("model"),
      diagrams: all("diagram"),
      snippets: all("snippet"),
      files: this.#files,
      broken: this.#broken,
    } as Dossier;
    return { dossier, problems: this.#problems };
  }
}

/** An entry of the cache: the digest of what was read, that of its front matter, and what was read. */
function recall(entry: string): { content: string; front: string; json: string } | undefined {
  const [, content = "", front = "", json = ""] = /^(\S+) (\S+) (.*)$/s.exec(entry) ?? [];
  return json === "" ? undefined : { content, front, json };
}

function classify(path: string): { kind?: Kind; match?: Record<string, string> } {
  for (const kind of kinds) {
    const match = kind.path.exec(path);
    if (match) return { kind, match: (match.groups ?? {}) as Record<string, string> };
  }
  return {};
}
