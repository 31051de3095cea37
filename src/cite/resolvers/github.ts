/** GitHub: a file, folder or release, with a permalink at the commit that it is at now. https://docs.github.com/en/rest */
import { type GithubAddress, githubPage } from "../github-address.ts";
import { type Asking, type Json, jsonOf, type Resolution, type Resolver } from "../resolver.ts";

const headers = { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" };
/** Branch names may have slashes: this many segments of the path are tried as part of one. */
const mostSegments = 4;

export const github: Resolver = {
  id: "github",
  title: "GitHub",
  base: "https://api.github.com",
  accepts: ({ scheme }) => scheme === "github",
  async resolve(identifier, asking) {
    if (identifier.scheme !== "github") return { kind: "unknown", message: "GitHub does not know it" };
    return identifier.kind === "release" ? release(identifier, asking) : file(identifier, asking);
  },
};

async function file(address: GithubAddress, asking: Asking): Promise<Resolution> {
  const repository = `/repos/${encodeURIComponent(address.owner)}/${encodeURIComponent(address.repository)}`;
  const segments = address.path.split("/").filter(Boolean);
  let answer: { json: Json } | Resolution = { kind: "unknown", message: "GitHub does not know it" };
  for (let taken = 0; taken < Math.min(mostSegments, Math.max(segments.length, 1)); taken += 1) {
    const ref = [address.ref, ...segments.slice(0, taken)].join("/");
    const path = segments.slice(taken).join("/");
    // The newest commit that changed the path, seen from the ref: none when the path is not there.
    answer = await jsonOf(
      "GitHub",
      asking,
      `${repository}/commits?sha=${encodeURIComponent(ref)}&path=${encodeURIComponent(path)}&per_page=1`,
      headers,
    );
    if (!("json" in answer)) {
      if (answer.kind === "unknown" && !address.permanent) continue;
      return answer;
    }
    const [commit] = answer.json.list;
    const sha = commit?.at("sha").text;
    if (!commit || !sha || !/^[0-9a-f]{40}$/.test(sha)) {
      answer = { kind: "unknown", message: `GitHub has no ${path || "such folder"} at ${ref}` };
      continue;
    }
    // A permalink stays the one that was given; the newest change dates it.
    const permalink = githubPage({ ...address, ref: address.permanent ? address.ref : sha, path, permanent: true });
    const item = {
      type: "webpage",
      title: `${address.repository}: ${path || "/"}`,
      author: [{ literal: address.owner }],
      "container-title": `${address.owner}/${address.repository}`,
      publisher: "GitHub",
      version: (address.permanent ? address.ref : sha).slice(0, 12),
      issued: { raw: (commit.at("commit", "committer", "date").text ?? "").slice(0, 10) },
      URL: githubPage({ ...address, ref, path, permanent: address.permanent }),
    };
    return { kind: "found", by: "GitHub", metadata: { item, own: { archive: permalink } } };
  }
  return "json" in answer ? { kind: "unknown", message: "GitHub does not know it" } : answer;
}

async function release(address: GithubAddress, asking: Asking): Promise<Resolution> {
  const repository = `/repos/${encodeURIComponent(address.owner)}/${encodeURIComponent(address.repository)}`;
  const answer = await jsonOf(
    "GitHub",
    asking,
    `${repository}/releases/tags/${encodeURIComponent(address.ref)}`,
    headers,
  );
  if (!("json" in answer)) return answer;
  const commit = await jsonOf("GitHub", asking, `${repository}/commits/${encodeURIComponent(address.ref)}`, headers);
  if (!("json" in commit)) return commit;
  const sha = commit.json.at("sha").text;
  const name = answer.json.at("name").text;
  const named = name?.toLowerCase().includes(address.repository.toLowerCase());
  const item = {
    type: "software",
    title: named ? name : `${address.repository} ${name ?? address.ref}`,
    author: [{ literal: address.owner }],
    publisher: "GitHub",
    version: address.ref,
    issued: { raw: (answer.json.at("published_at").text ?? "").slice(0, 10) },
    URL: githubPage(address),
  };
  const archive =
    sha && /^[0-9a-f]{40}$/.test(sha)
      ? githubPage({ ...address, kind: "tree", ref: sha, path: "", permanent: true })
      : undefined;
  return { kind: "found", by: "GitHub", metadata: { item, ...(archive ? { own: { archive } } : {}) } };
}
