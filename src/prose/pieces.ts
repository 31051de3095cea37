/** Prose to pieces that mean the same when each is read alone, so that an edit costs the reading of one paragraph. */

/** A line that opens a block which may hold blank lines: a fence, a container directive, raw HTML that closes by its own mark, indented code. */
const spanning = /^ {0,3}(?:```|~~~|:::|<(?!!--[^\n]*-->)(?:!|\?|script|pre|style|textarea))|(?:^|\n[ \t]*\n)(?: {4}| {0,3}\t)/im;

/** A definition or a footnote changes what other paragraphs mean. */
const definition = /\]:/;

/** A line at the margin behind a blank one always opens a block of its own; so does the line behind a heading that stands first. */
const boundary = /\n(?:[ \t]*\n)+(?=[^\s])|(?<=(?:^|\n[ \t]*\n)#{1,6} [^\n]*)\n(?=[^\s])/g;

export interface Piece {
  readonly start: number;
  readonly text: string;
}

/** The pieces of `text`; between them are only line breaks and spaces. */
export function piecesOf(text: string): Piece[] {
  if (spanning.test(text) || definition.test(text)) return [{ start: 0, text }];
  const first = /^(?:[ \t]*\n)*/.exec(text)?.[0].length ?? 0;
  const starts = [first, ...[...text.matchAll(boundary)].map((match) => match.index + match[0].length).filter((start) => start > first)];
  return starts.flatMap((start, index) => {
    const piece = text.slice(start, starts[index + 1]).replace(/\n[ \t\n]*$/, "");
    return piece === "" ? [] : [{ start, text: piece }];
  });
}
