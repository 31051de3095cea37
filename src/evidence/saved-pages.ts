/** Saved copies of pages in place of the network. */
import type { Fetch } from "../core/fetch.ts";
import type { Source } from "../model/source.ts";
import { addressesOf, type TextServices, textAddress } from "./addresses.ts";
import type { PageFile } from "./readings.ts";

/** `saved` is by address, or by the key of a source whose page it is. What was not saved can't be reached. */
export function savedPages(
  saved: ReadonlyMap<string, PageFile>,
  source: (key: string) => Source | undefined,
  services: TextServices,
): Fetch {
  const pages = new Map<string, PageFile>();
  for (const [name, page] of saved) {
    const known = source(name);
    const url = known ? addressesOf(known, services)[0]?.url : textAddress(name, services).url;
    if (url) pages.set(url, page);
  }
  return async ({ url }) => {
    const page = pages.get(url);
    if (!page) return { failure: { kind: "unreachable", message: "is not among the saved copies" } };
    return { response: { status: 200, url, permanent: true, saved: true, ...page } };
  };
}
