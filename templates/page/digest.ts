/** A short content hash for the ids of charts in the page, in place of Node's SHA-256: FNV-1a, 32 bit. */

export function digest(...parts: readonly (string | Uint8Array)[]): string {
  let hash = 0x811c9dc5;
  for (const character of parts.join("\0")) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
