/** Asks the resolvers that know a scheme, one after the other. */
import type { Fetch } from "../core/fetch.ts";
import type { Identifier } from "./identifiers.ts";
import type { Resolution } from "./resolver.ts";
import { resolvers } from "./resolvers/index.ts";

/** What `setting` says of a name such as `DOSSIER_OPEN_LIBRARY_URL` replaces the base address of that service. */
export async function resolve(
  identifier: Identifier,
  { fetch, setting }: { readonly fetch: Fetch; readonly setting: (name: string) => string | undefined },
): Promise<Resolution> {
  const unknown: string[] = [];
  for (const resolver of resolvers) {
    if (!resolver.accepts(identifier)) continue;
    const own = setting(`DOSSIER_${resolver.id.replaceAll("-", "_").toUpperCase()}_URL`);
    const resolution = await resolver.resolve(identifier, {
      fetch,
      base: (own ?? resolver.base ?? "").replace(/\/+$/, ""),
    });
    if (resolution.kind !== "unknown") return resolution;
    unknown.push(resolution.message);
  }
  return { kind: "unknown", message: unknown.join("; ") || `nobody can be asked about ${identifier.id}` };
}
