/** The folders that a report is made of: the evidence, and the templates that `dossier.yaml` names. */
import type { Host } from "../core/host.ts";
import { load } from "../load/load.ts";
import { workspace } from "../load/workspace.ts";
import { templateFolder } from "./template-folder.ts";

/** As they are now; the folder of templates has its usual name while `dossier.yaml` can't be read. */
export async function reportFolders(host: Pick<Host, "files" | "cache">): Promise<string[]> {
  const { dossier } = await load(host).catch(() => ({ dossier: undefined }));
  return [workspace, (dossier && templateFolder(dossier.config.data)) ?? "templates"];
}
