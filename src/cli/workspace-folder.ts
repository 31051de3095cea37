/** Where the project stands in the workspace of a CI runner, which names files from there. */
import { relative, sep } from "node:path";
import type { Host } from "../core/host.ts";

/** Such as `report/`; empty where the project is the workspace, stands outside, or no runner says. */
export function workspaceFolder({ files, env }: Pick<Host, "files" | "env">): string {
  const workspace = env("GITHUB_WORKSPACE");
  const inside = workspace ? relative(workspace, files.root).split(sep).join("/") : "";
  return inside === "" || inside.startsWith("..") ? "" : `${inside}/`;
}
