/** A dossier for commands that need nothing but its objects. */

import type { Host } from "../core/host.ts";
import { UserError } from "../core/user-error.ts";
import { load } from "../load/load.ts";
import { workspace } from "../load/workspace.ts";
import type { Dossier } from "../model/dossier.ts";

/** Files with errors are left out of it. Throws UserError when `dossier.yaml` itself can't be read. */
export async function loadDossier(host: Pick<Host, "files" | "cache">): Promise<Dossier> {
  const { dossier } = await load(host);
  if (dossier) return dossier;
  throw new UserError(`${workspace}/dossier.yaml can't be read.`, "`dossier lint` shows what is wrong with it.");
}
