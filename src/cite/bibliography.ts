/** Formatted references: one Markdown entry a source, from the cache or through citeproc. */
import { digest } from "../core/digest.ts";
import type { Host } from "../core/host.ts";
import { UserError } from "../core/user-error.ts";
import type { Formatter } from "./citeproc.ts";
import type { CslItem } from "./csl-item.ts";

/** Version of the installed citeproc, so that an update formats anew. */
export const citeprocVersion = "2.4.63";

/** Counts up when our own conversion to Markdown changes what an entry looks like. */
const conversion = "1";

/** So many are formatted at a time: the thread begins while the next are read. */
const batch = 32;

/**
 * References in the making; citeproc is loaded only when one is not in the cache.
 * `style` and `locale` are the XML texts of a CSL style and a CSL locale.
 */
export class Bibliography {
  readonly #ground: string;
  readonly #entries = new Map<string, string | UserError>();
  readonly #formatted: Promise<void>[] = [];
  #waiting: Missing[] = [];
  #formatter: Formatter | undefined;

  constructor(
    readonly style: string,
    readonly locale: string,
    readonly host: Pick<Host, "cache" | "openIsolate">,
  ) {
    this.#ground = digest(style, locale, citeprocVersion, conversion);
  }

  async add(item: CslItem): Promise<void> {
    const key = digest(this.#ground, JSON.stringify({ ...item, id: undefined }));
    const known = this.host.cache.get("reference", key);
    if (known !== undefined) return void this.#entries.set(item.id, known);
    this.#formatter ??= (await import("./citeproc.ts")).openFormatter(this.style, this.locale, this.host.openIsolate);
    this.#waiting.push({ item, key });
    if (this.#waiting.length === batch) this.#send(this.#formatter);
  }

  /**
   * The entries of the items with these ids: one line of Markdown without a number, with links to DOI or URL. Rejects with UserError
   * when the style can't be used, or not for one of them; what nobody asks for may fail.
   */
  async entries(ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    if (this.#formatter && this.#waiting.length > 0) this.#send(this.#formatter);
    await Promise.all(this.#formatted);
    const entries = new Map<string, string>();
    for (const id of ids) {
      const entry = this.#entries.get(id);
      if (entry instanceof UserError) throw entry;
      if (entry !== undefined) entries.set(id, entry);
    }
    return entries;
  }

  /** Must be called, also when nobody wants the entries any more. */
  async close(): Promise<void> {
    await this.#formatter?.close();
  }

  #send(formatter: Formatter): void {
    const sent = this.#waiting;
    this.#waiting = [];
    const formatted = formatter.format(sent.map(({ item }) => item)).then((entries) => {
      for (const [at, { item, key }] of sent.entries()) {
        const entry = entries[at] as string | UserError;
        if (typeof entry === "string") this.host.cache.set("reference", key, entry);
        this.#entries.set(item.id, entry);
      }
    });
    // Reported by `entries`, for which a build with errors never asks.
    formatted.catch(() => {});
    this.#formatted.push(formatted);
  }
}

interface Missing {
  readonly item: CslItem;
  readonly key: string;
}
