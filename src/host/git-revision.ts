/** The files of a project as they were at a revision: asked of git, without touching the work tree. */
import { spawn } from "node:child_process";
import { UserError } from "../core/user-error.ts";

/** The files below `folder` by their path from the project's root. Throws UserError without git, repository or revision. */
export async function filesAt(root: string, revision: string, folder: string): Promise<Map<string, Uint8Array>> {
  // A revision can't be an option, whatever it looks like.
  const commit = (
    await git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]).catch(
      (error: unknown) => {
        if (error instanceof UserError) throw error;
        throw new UserError(
          `There is no revision “${revision}” in this repository.`,
          "Use a commit, branch or tag, such as HEAD~1 or main.",
        );
      },
    )
  )
    .toString()
    .trim();
  const listing = await git(root, ["ls-tree", "-r", "-z", commit, "--", `./${folder}/`]);
  const entries = listing
    .toString()
    .split("\0")
    .flatMap((line) => {
      const match = /^100\d{3} blob (?<id>[0-9a-f]+)\t(?<path>.+)$/s.exec(line);
      return match?.groups ? [{ id: match.groups["id"] as string, path: match.groups["path"] as string }] : [];
    });
  const blobs = splitBatch(await git(root, ["cat-file", "--batch"], entries.map(({ id }) => `${id}\n`).join("")));
  return new Map(entries.map(({ path }, index) => [path, blobs[index] ?? new Uint8Array()]));
}

/** `<id> blob <size>\n<bytes>\n`, again and again. */
function splitBatch(output: Buffer): Uint8Array[] {
  const blobs: Uint8Array[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const size = Number(output.subarray(at, end).toString().split(" ")[2]);
    blobs.push(new Uint8Array(output.subarray(end + 1, end + 1 + size)));
    at = end + 1 + size + 1;
  }
  return blobs;
}

function git(cwd: string, args: readonly string[], input = ""): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", ["-c", "core.quotepath=off", ...args], { cwd, stdio: ["pipe", "pipe", "pipe"] });
    const out: Buffer[] = [];
    let err = "";
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.stdin.on("error", () => {});
    child.on("error", () => reject(new UserError("git can't be started.", "Install git, or add it to PATH.", 3)));
    child.on("close", (code) => {
      if (code === 0) return resolve(Buffer.concat(out));
      if (/not a git repository/i.test(err))
        return reject(
          new UserError(
            "This folder is not in a git repository.",
            "`dossier diff` compares with a revision that git knows.",
          ),
        );
      reject(new Error(`git ${args[0]} ended with ${code}: ${err.slice(0, 500)}`));
    });
    child.stdin.end(input);
  });
}
