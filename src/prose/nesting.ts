/** How deep Markdown nests, seen before a parser recurses into it: the work of all parsers grows with the square of the depth. */

/** No reader follows half as many; a stack holds many more. */
export const deepestNesting = 100;

/** What a line opens before its words: quotes and list items. */
const containers = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/;
const fence = /^[ \t>]*(?:```|~~~)/;
/** Brackets, and emphasis that opens a word or closes one. */
const inline =
  /\\.|(?<open>\[|(?<=^|[\s*_~([])[*_~]+(?=[^\s*_~]))|(?<close>\]|(?<=[^\s*_~])[*_~]+(?=$|[\s*_~.,;:!?)\]]))/g;

/** Offset of the line that nests too deep, counted on the strict side; nothing when none does. */
export function tooDeepAt(text: string): number | undefined {
  let start = 0;
  let fenced = false;
  let depth = 0;
  for (const line of text.split("\n")) {
    if (fence.test(line)) fenced = !fenced;
    const opened = containers.exec(line)?.[0] ?? "";
    // What holds a list item begins at least two columns to the left of it.
    const around = opened.search(/[^ \t]|$/) / 2;
    if (around + opened.replace(/[\d \t]/g, "").length > deepestNesting) return start;
    if (fenced || line.trim() === "") depth = 0;
    else
      for (const { groups } of line.slice(opened.length).matchAll(inline)) {
        depth = Math.max(0, depth + (groups?.["open"]?.length ?? 0) - (groups?.["close"]?.length ?? 0));
        if (depth > deepestNesting) return start;
      }
    start += line.length + 1;
  }
  return undefined;
}
