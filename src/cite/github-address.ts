/** Addresses of files, folders and releases at GitHub. */
import { percentDecoded } from "../core/percent-decoded.ts";

export interface GithubAddress {
  readonly kind: "blob" | "tree" | "release";
  readonly owner: string;
  readonly repository: string;
  /** Branch, tag or commit; the first segment only, since a name with `/` can't be told from the path. */
  readonly ref: string;
  readonly path: string;
  /** `L10-L20`. */
  readonly lines?: string;
  /** The ref is a full commit, so that the content can't change. */
  readonly permanent: boolean;
}

/** What a github.com or raw.githubusercontent.com address points to, when that is one of the kinds. */
export function githubAddress(web: URL): GithubAddress | undefined {
  const host = web.hostname.replace(/^www\./, "");
  const [owner = "", repository = "", ...rest] = web.pathname.split("/").filter(Boolean).map(percentDecoded);
  if (!/^[A-Za-z0-9][\w-]*$/.test(owner) || !/^[\w.-]+$/.test(repository)) return undefined;
  const lines = /^#(L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?)$/.exec(web.hash)?.[1];
  const found = (kind: GithubAddress["kind"], ref: string | undefined, path: readonly string[]) =>
    ref === undefined
      ? undefined
      : {
          kind,
          owner,
          repository,
          ref,
          path: path.join("/"),
          ...(lines ? { lines } : {}),
          permanent: /^[0-9a-f]{40}$/.test(ref),
        };
  if (host === "raw.githubusercontent.com") {
    const at = rest[0] === "refs" && (rest[1] === "heads" || rest[1] === "tags") ? 2 : 0;
    return rest.length > at + 1 ? found("blob", rest[at], rest.slice(at + 1)) : undefined;
  }
  if (host !== "github.com") return undefined;
  const [kind, ref, ...path] = rest;
  if ((kind === "blob" || kind === "raw") && path.length > 0) return found("blob", ref, path);
  if (kind === "tree") return found("tree", ref, path);
  return kind === "releases" && ref === "tag" && path.length > 0 ? found("release", path.join("/"), []) : undefined;
}

/** The address of the page that shows it. */
export function githubPage({ kind, owner, repository, ref, path, lines }: GithubAddress): string {
  const where = kind === "release" ? `releases/tag/${ref}` : `${kind}/${ref}${path === "" ? "" : `/${path}`}`;
  const encoded = `${owner}/${repository}/${where}`.split("/").map(encodeURIComponent).join("/");
  return `https://github.com/${encoded}${lines ? `#${lines}` : ""}`;
}
