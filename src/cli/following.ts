/** Work that is done again after every change of some folders; a mistake on the way is told, and the next change waited for. */
import { UserError } from "../core/user-error.ts";
import type { Machine } from "../host/machine.ts";
import { tell } from "./told.ts";

/** Until the signal, or for as long as the process runs. */
export async function following(
  host: Machine,
  folders: readonly string[],
  work: () => Promise<unknown>,
  signal?: AbortSignal,
): Promise<void> {
  const { watch } = await import("../host/watch.ts");
  for await (const _ of watch(host.files.root, folders, signal)) await attempt(host, work);
}

/** Once. Half-saved files and a branch being switched are mistakes of a moment: they end nothing. */
export async function attempt(host: Machine, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    tell(error);
  } finally {
    host.progress.done();
    host.cache.flush();
  }
}
