/** Cuts a JSON array into its elements, so that one broken element spoils no other and each has its line. */

export interface JsonChunk {
  readonly text: string;
  readonly line: number;
}

/** The elements of the first array of the text at the top or in a property of the top object; a single object is one. */
export function jsonChunks(text: string): { readonly chunks: readonly JsonChunk[]; readonly closed: boolean } {
  const chunks: JsonChunk[] = [];
  const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]|\n/gs;
  const top = text.search(/\S/);
  const array =
    text[top] === "["
      ? top
      : text.search(/"items"\s*:\s*\[/) < 0
        ? -1
        : text.indexOf("[", text.search(/"items"\s*:\s*\[/));
  if (array < 0) return { chunks: top < 0 ? [] : [{ text, line: lineOf(text, top) }], closed: true };
  tokens.lastIndex = array + 1;
  let line = lineOf(text, array);
  let depth = 0;
  let start = 0;
  let startLine = 0;
  for (let found = tokens.exec(text); found; found = tokens.exec(text)) {
    const token = found[0];
    if (token === "{" || token === "[") {
      if (depth === 0) [start, startLine] = [found.index, line];
      depth += 1;
    } else if (token === "}" || token === "]") {
      if (depth === 0) return { chunks, closed: true };
      depth -= 1;
      if (depth === 0) chunks.push({ text: text.slice(start, tokens.lastIndex), line: startLine });
    }
    line += token === "\n" ? 1 : token.startsWith('"') ? token.split("\n").length - 1 : 0;
  }
  if (depth > 0) chunks.push({ text: text.slice(start), line: startLine });
  return { chunks, closed: false };
}

/** Numbers as the text they are written in: `1.10` stays `1.10`. */
export function parseTextual(json: string): unknown {
  return JSON.parse(
    json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/gs, (token) =>
      token.startsWith('"') ? token : `"${token}"`,
    ),
  );
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split("\n").length;
