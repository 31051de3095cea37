/** GitHub at a commit: the files of a folder, and where a tag points to. https://docs.github.com/en/rest */
import { type GithubAddress, githubAddress, githubPage } from "../cite/github-address.ts";
import type { Fetch } from "../core/fetch.ts";
import type { Source } from "../model/source.ts";
import { rawAddress, type TextServices } from "./addresses.ts";

/** More files than that are no folder that somebody read. */
const mostFiles = 100;
const largest = 1_000_000;
const texts =
  /(?:^|\/)[^./]+$|\.(?:md|mdx|markdown|rst|adoc|txt|ya?ml|json|toml|html?|csv|tex|py|ts|js|go|rs|java|proto)$/i;

export interface Folder {
  /** Addresses of the texts in it. */
  readonly files: readonly string[];
  /** Nothing in it was left out: a passage that stands in none of the files is not there. */
  readonly complete: boolean;
}

/** Nothing when GitHub does not list it. */
export async function folderAt(at: GithubAddress, fetch: Fetch, services: TextServices): Promise<Folder | undefined> {
  const path = at.path.split("/").map(encodeURIComponent).join("/");
  const list = await answer(`${repository(at, services)}/contents/${path}?ref=${at.ref}`, fetch);
  if (!Array.isArray(list)) return undefined;
  const all = list.filter((one) => typeof one?.path === "string");
  const files = all.filter(({ type, path, size }) => type === "file" && texts.test(path) && Number(size) <= largest);
  return {
    files: files.slice(0, mostFiles).map(({ path }) => rawAddress(at, path, services)),
    complete: files.length <= mostFiles && files.length === list.length,
  };
}

/** Of a release that was registered with the commit of its tag: where the tag points to now, if that is another commit. */
export async function retagged(
  source: Partial<Source>,
  fetch: Fetch,
  services: TextServices,
): Promise<string | undefined> {
  const [release, then] = [source.URL, source.archive].map((url) =>
    url !== undefined && URL.canParse(url) ? githubAddress(new URL(url)) : undefined,
  );
  if (release?.kind !== "release" || then?.kind !== "tree" || !then.permanent) return undefined;
  if (repository(release, services) !== repository(then, services)) return undefined;
  const commit = await answer(`${repository(release, services)}/commits/${encodeURIComponent(release.ref)}`, fetch);
  const now = (commit as { sha?: unknown } | undefined)?.sha;
  if (typeof now !== "string" || !/^[0-9a-f]{40}$/.test(now) || now === then.ref) return undefined;
  return githubPage({ ...then, ref: now });
}

const repository = ({ owner, repository }: GithubAddress, { githubApi }: TextServices): string =>
  `${githubApi}/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repository)}`;

async function answer(url: string, fetch: Fetch): Promise<unknown> {
  const { response } = await fetch({ url, accept: ["application/json", "application/vnd.github+json"] });
  if (response?.status !== 200) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(response.body));
  } catch {
    return undefined;
  }
}
