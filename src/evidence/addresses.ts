/** Where the text of a source can be read: at its own address, in its own other forms, and at its archived copy. */

import { encodeDoi } from "../cite/canonical-url.ts";
import { type GithubAddress, githubAddress } from "../cite/github-address.ts";
import { arxivOf } from "../cite/identifiers.ts";
import type { Source } from "../model/source.ts";

export interface Address {
  /** What is fetched. */
  readonly url: string;
  /** What a reader is told. */
  readonly shown: string;
  /** The source itself rather than a copy of it. */
  readonly own: boolean;
  /** The page lists a folder at a commit: its files are read too. */
  readonly folder?: GithubAddress;
}

/** Base addresses of services that serve texts, without a final slash. */
export interface TextServices {
  readonly arxiv: string;
  readonly githubRaw: string;
  readonly githubApi: string;
}

export const textServices: TextServices = {
  arxiv: "https://arxiv.org",
  githubRaw: "https://raw.githubusercontent.com",
  githubApi: "https://api.github.com",
};

/** The first one decides whether the source is alive. arXiv papers are asked for in the version that was read. */
export function addressesOf(
  { URL: url, DOI, archive, version }: Partial<Source>,
  services: TextServices = textServices,
): Address[] {
  const main = url ?? (DOI ? `https://doi.org/${encodeDoi(DOI)}` : undefined);
  const paper = arxivOf(main ?? "") ?? (url ? undefined : arxivOf(DOI ?? ""));
  const own: Address[] = [];
  if (paper) {
    const id = `${paper.paper}${paper.version ?? (/^v\d+$/.test(version ?? "") ? version : "")}`;
    for (const form of ["abs", "pdf"])
      own.push({ url: `${services.arxiv}/${form}/${id}`, shown: `https://arxiv.org/${form}/${id}`, own: true });
  } else if (main) own.push({ ...textAddress(main, services), own: true });
  return archive ? [...own, { ...textAddress(archive, services), own: false }] : own;
}

/** A file at GitHub is read as it is, not in its page around it. */
export function textAddress(url: string, services: TextServices): Omit<Address, "own"> {
  const at = URL.canParse(url) ? githubAddress(new URL(url)) : undefined;
  if (at?.kind === "blob") return { url: rawAddress(at, at.path, services), shown: url };
  return { url, shown: url, ...(at?.kind === "tree" && at.permanent ? { folder: at } : {}) };
}

/** Where the bytes of a file of a repository are, at the same commit. */
export function rawAddress({ owner, repository, ref }: GithubAddress, path: string, services: TextServices): string {
  return `${services.githubRaw}/${[owner, repository, ref, ...path.split("/")].map(encodeURIComponent).join("/")}`;
}
