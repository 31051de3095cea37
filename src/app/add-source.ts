/** Registers a source: by what it is called (DOI, address, ISBN, ...), by flags alone, or by both. */
import { canonicalUrl } from "../cite/canonical-url.ts";
import { fromCsl } from "../cite/csl-item.ts";
import type { Identifier } from "../cite/identifiers.ts";
import { personName } from "../cite/person-name.ts";
import { resolve } from "../cite/resolve.ts";
import type { Fetch } from "../core/fetch.ts";
import type { Host } from "../core/host.ts";
import type { Source } from "../model/source.ts";

/** What the user says; it goes before what a registry says. */
export interface SourceFlags {
  readonly type?: string;
  readonly title?: string;
  readonly author?: readonly string[];
  readonly issued?: string;
  /** Day it was read; today unless said. */
  readonly accessed?: string;
  readonly url?: string;
  readonly doi?: string;
  readonly publisher?: string;
  readonly container?: string;
  readonly organisation?: string;
  readonly tier?: string;
  readonly flag?: readonly string[];
  readonly question?: readonly string[];
}

export type Described =
  | {
      readonly kind: "record";
      readonly record: Partial<Source>;
      readonly lost: readonly string[];
      readonly by?: string;
    }
  /** `code` 1: there is no such thing; 3: it could not be asked. */
  | { readonly kind: "failed"; readonly message: string; readonly code: 1 | 3 };

/** A record of what was found, flags over it; it may lack a title. */
export async function describeSource(
  identifier: Identifier | undefined,
  flags: SourceFlags,
  { fetch, env, now }: { readonly fetch: () => Promise<Fetch> } & Pick<Host, "env" | "now">,
): Promise<Described> {
  const today = now().toISOString().slice(0, 10);
  const told = recordOf(flags);
  if (!identifier)
    return { kind: "record", record: { type: "webpage", accessed: today, ...told.record }, lost: told.lost };
  if (identifier.problem) return { kind: "failed", message: `${identifier.problem} in “${identifier.id}”`, code: 1 };
  const resolution = await resolve(identifier, { fetch: await fetch(), setting: env });
  if (resolution.kind === "unknown")
    return { kind: "failed", message: `Nothing is known of ${identifier.id}: ${resolution.message}`, code: 1 };
  if (resolution.kind === "failed") return { kind: "failed", message: resolution.message, code: 3 };
  const { item, own } = resolution.metadata;
  const found = fromCsl(item);
  const organisation = own?.organisation ?? organisationOf(found.record);
  const record = {
    ...found.record,
    accessed: today,
    ...own,
    ...(organisation ? { organisation } : {}),
    ...told.record,
  };
  return { kind: "record", record, lost: [...found.lost, ...told.lost], by: resolution.by };
}

/** What an identifier alone says: enough to see that it is registered, without asking anybody. */
export function identityOf(identifier: Identifier): Partial<Source> {
  const { scheme, id } = identifier;
  const url = canonicalUrl(id);
  if (scheme === "doi") return { DOI: id };
  if (scheme === "arxiv") return { DOI: `10.48550/arXiv.${id.replace(/v\d+$/, "")}` };
  if (scheme === "pmid") return { PMID: id };
  if (scheme === "pmcid") return { PMCID: id };
  if (scheme === "isbn") return { type: "book", ISBN: id };
  if (scheme === "rfc") return { DOI: `10.17487/RFC${id.padStart(4, "0")}` };
  return url ? { URL: url } : {};
}

function recordOf({
  author,
  url,
  doi,
  container,
  organisation,
  tier,
  flag,
  question,
  issued,
  accessed,
  ...text
}: SourceFlags) {
  const item = {
    id: "flags",
    ...text,
    author: author?.map(personName),
    issued: issued ? { raw: issued } : undefined,
    accessed: accessed ? { raw: accessed } : undefined,
    URL: url ? (canonicalUrl(url) ?? url) : undefined,
    DOI: doi,
    "container-title": container,
  };
  const { record, lost } = fromCsl({ ...item, type: text.type ?? "webpage" });
  const { type, ...rest } = record;
  const own = {
    organisation,
    tier,
    flags: flag?.length ? flag : undefined,
    questions: question?.length ? question : undefined,
  };
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  // What the user said and no field takes stays as it was said: the schema refuses it by name.
  const misfits = Object.entries({ type: text.type, issued, accessed, URL: url, DOI: doi }).filter(([name]) =>
    lost.includes(name),
  );
  return {
    record: { ...rest, ...(text.type ? { type } : {}), ...said, ...Object.fromEntries(misfits) } as Partial<Source>,
    lost: lost.filter((name) => !misfits.some(([misfit]) => misfit === name)),
  };
}

/** Who answers for it: the first author that is an organisation, otherwise the publisher of a page. */
function organisationOf({ type, author, publisher }: Partial<Source>): string | undefined {
  const [first] = author ?? [];
  if (first && "literal" in first) return first.literal;
  return type === "webpage" || type === "post-weblog" ? publisher : undefined;
}
