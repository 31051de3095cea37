/** Headings as plain words, for lists, labels and other formats. */

/** A heading's Markdown as words: escapes and emphasis go, marks too. */
export function titleText(markdown: string): string {
  return markdown
    .replace(/\uE000\d+\uE001/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(?<!\\)[*`]|(?<![\\\p{L}\p{N}])_|(?<!\\)_(?![\p{L}\p{N}])/gu, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .trim();
}
