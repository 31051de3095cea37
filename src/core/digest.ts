/** Content hashes: the keys of every cache and the proof of what a report was built from. */
import { createHash, hash } from "node:crypto";

/** SHA-256 in lower-case hex over the parts, each preceded by its length, so that parts can't run into each other. */
export function digest(...parts: readonly (string | Uint8Array)[]): string {
  // One call for one string costs a fraction of a stream.
  if (parts.every((part) => typeof part === "string"))
    return hash("sha256", parts.map((part) => `${part.length}:${part}`).join(""));
  const stream = createHash("sha256");
  for (const part of parts) {
    stream.update(`${part.length}:`);
    stream.update(part);
  }
  return stream.digest("hex");
}

const known = new WeakMap<Uint8Array, string>();

/** SHA-256 of bytes that nobody changes, computed once for all who ask. */
export function digestOfBytes(bytes: Uint8Array): string {
  const before = known.get(bytes);
  if (before !== undefined) return before;
  const made = hash("sha256", bytes);
  known.set(bytes, made);
  return made;
}
