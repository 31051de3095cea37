/** Where output may be written: anywhere in the project but among the evidence. */
import { relative, resolve, sep } from "node:path";
import type { Files } from "../core/host.ts";
import { UserError } from "../core/user-error.ts";
import { workspace } from "../load/workspace.ts";

/** The path as it is. Throws UserError when it lies in `research/`, or leads out of the project. */
export function outputPath(path: string, { root }: Pick<Files, "root">): string {
  const [first] = relative(root, resolve(root, path)).split(sep);
  if (first === "..")
    throw new UserError(`${path} leads out of the project.`, "Choose a path inside it, such as docs/report.md.");
  if (first !== workspace) return path;
  throw new UserError(
    `${path} lies in ${workspace}/, among the evidence, which no output may replace.`,
    "Choose a path outside of it, such as docs/report.md.",
  );
}
