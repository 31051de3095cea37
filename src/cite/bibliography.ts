/** Formatted references: one Markdown entry a source, from the cache or through citeproc. */
import { digest } from "../core/digest.ts";
import type { Cache } from "../core/host.ts";
import type { CslItem } from "./csl-item.ts";

/** Version of the installed citeproc, so that an update formats anew. */
export const citeprocVersion = "2.4.63";

/** Counts up when our own conversion to Markdown changes what an entry looks like. */
const conversion = "1";

/**
 * The entry of each item by its id, as one line of Markdown without a number, with links to DOI or URL.
 * `style` and `locale` are the XML texts of a CSL style and a CSL locale. citeproc is loaded only on a cache miss.
 * Rejects with UserError when the style can't be used.
 */
export async function formatEntries(
  items: Iterable<CslItem>,
  style: string,
  locale: string,
  cache: Cache,
): Promise<Map<string, string>> {
  const ground = digest(style, locale, citeprocVersion, conversion);
  const entries = new Map<string, string>();
  let format: ((item: CslItem) => string) | undefined;
  for (const item of items) {
    const key = digest(ground, JSON.stringify({ ...item, id: undefined }));
    let entry = cache.get("reference", key);
    if (entry === undefined) {
      format ??= (await import("./citeproc.ts")).entryFormatter(style, locale);
      entry = format(item);
      cache.set("reference", key, entry);
    }
    entries.set(item.id, entry);
  }
  return entries;
}
