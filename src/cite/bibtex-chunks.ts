/** Cuts a BibTeX file into its entries, so that one broken entry spoils no other and each has its line. */

export interface Chunk {
  /** Lower-case type: `article`, `string`, ... */
  readonly type: string;
  readonly key: string;
  /** From `@` to the closing brace. */
  readonly text: string;
  readonly line: number;
}

export interface Chunks {
  readonly chunks: readonly Chunk[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

const opening = "[ \\t]*@[ \\t]*([A-Za-z][\\w-]*)\\s*([{(])";

/** Text between entries is comment, as in BibTeX. Linear in the length of the text. */
export function chunksOf(text: string): Chunks {
  const chunks: Chunk[] = [];
  const problems: { line: number; message: string }[] = [];
  const start = new RegExp(`(?:^|(?<=[})]))${opening}`, "gm");
  let line = 1;
  let counted = 0;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const at = text.indexOf("@", found.index);
    line += breaks(text, counted, at);
    counted = at;
    const type = (found[1] as string).toLowerCase();
    const end = closing(text, start.lastIndex, found[2] as string);
    if (end.found) {
      const key =
        /^\s*([^\s,{}()="]*)\s*,/.exec(text.slice(start.lastIndex, Math.min(end.at, start.lastIndex + 500)))?.[1] ?? "";
      if (type !== "comment" && type !== "preamble") chunks.push({ type, key, text: text.slice(at, end.at), line });
    } else if (type !== "comment")
      problems.push({
        line,
        message: `Unexpected end of @${type}, expected a closing ${found[2] === "{" ? "}" : ")"}`,
      });
    start.lastIndex = end.at;
  }
  return { chunks, problems };
}

/** Where the entry ends, or where the next one begins when it doesn't. */
function closing(text: string, from: number, open: string): { readonly found: boolean; readonly at: number } {
  const marks = new RegExp(`\\\\.|[{}")]|\\n(?=${opening})`, "gs");
  marks.lastIndex = from;
  let depth = 0;
  let quoted = false;
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    const mark = found[0];
    if (mark === "{") depth += 1;
    else if (mark === '"' && depth === 0) quoted = !quoted;
    else if (mark === "\n") return { found: false, at: found.index };
    else if (mark === ")" && open === "(" && depth === 0 && !quoted) return { found: true, at: marks.lastIndex };
    else if (mark === "}") {
      if (depth === 0 && open === "{") return { found: true, at: marks.lastIndex };
      depth = Math.max(0, depth - 1);
    }
  }
  return { found: false, at: text.length };
}

function breaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
