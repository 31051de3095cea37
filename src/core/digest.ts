/** Content hashes: the keys of every cache and the proof of what a report was built from. */
import { createHash } from "node:crypto";

/** SHA-256 in lower-case hex over the parts, each preceded by its length, so that parts can't run into each other. */
export function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    hash.update(`${part.length}:`);
    hash.update(part);
  }
  return hash.digest("hex");
}
