/** Trigrams of a title's words: the measure of likeness that forgives a typing error. */

/** Lower-case words without accents, markup or punctuation. */
export function titleWords(title: string): string[] {
  const bare = title
    .slice(0, 1000)
    .replace(/<\/?[a-z][^<>]*>/gi, "")
    .normalize("NFKD")
    .toLowerCase();
  return bare.replace(/\p{M}|['’]/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The distinct trigrams as numbers; words are set off by spaces. Different trigrams of rare letters may share a number. */
export function trigramsOf(title: string): number[] {
  const words = titleWords(title);
  if (words.length === 0) return [];
  const text = ` ${words.join(" ")} `;
  const found = new Set<number>();
  for (let at = 0; at + 2 < text.length; at += 1)
    found.add(((text.charCodeAt(at) * 8191 + text.charCodeAt(at + 1)) * 8191 + text.charCodeAt(at + 2)) | 0);
  return [...found];
}
