/** A title to a stable name: lower-case ASCII words joined by `-`, short, and not taken yet. */
import anyAscii from "any-ascii";

const most = 4;
const small = new Set(
  "a an and as at by de des du et for from in la le les of on or our the to un une und with".split(" "),
);

/** Up to four telling words of `title`; `taken` gets the new name. */
export function slugOf(title: string, taken: Set<string> = new Set()): string {
  const words =
    anyAscii(title)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const telling = words.filter((word) => !small.has(word));
  const base =
    (telling.length > 0 ? telling : words).slice(0, most).join("-").slice(0, 48).replace(/-+$/, "") || "untitled";
  let slug = base;
  for (let count = 2; taken.has(slug); count++) slug = `${base}-${count}`;
  taken.add(slug);
  return slug;
}
