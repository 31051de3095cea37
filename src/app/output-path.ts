/** Where output may be written: anywhere in the project but among the evidence. */
import { UserError } from "../core/user-error.ts";
import { workspace } from "../load/workspace.ts";

/** The path as it is. Throws UserError when it lies in `research/`. */
export function outputPath(path: string): string {
  const [first] = path.split("/").filter((part) => part !== "" && part !== ".");
  if (first !== workspace) return path;
  throw new UserError(
    `${path} lies in ${workspace}/, among the evidence, which no output may replace.`,
    "Choose a path outside of it, such as docs/report.md.",
  );
}
