/** The report's addresses as names of bookmarks: Word allows 40 letters, digits and underscores. */
import { digest } from "../../core/digest.ts";

export function bookmarkOf(id: string): string {
  const plain = `d_${id.replace(/[^A-Za-z0-9]/g, "_")}`;
  return plain.length <= 40 && /^[a-z0-9-]*$/.test(id) ? plain : `${plain.slice(0, 27)}_${digest(id).slice(0, 12)}`;
}

/** XML can't hold most control characters, nor halves of surrogate pairs. */
export const harmless = (text: string): string =>
  text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    "\ufffd",
  );
