/** Prose to pieces that mean the same when each is read alone, so that an edit costs the reading of one paragraph. */

/** A line that opens a block which may hold blank lines: a fence, a container directive, raw HTML that closes by its own mark, indented code. */
const spanning =
  /^ {0,3}(?:```|~~~|:::|<(?!!--[^\n]*-->)(?:!|\?|script|pre|style|textarea))|(?:^|\n[ \t]*\n)(?: {4}| {0,3}\t)/im;

/** A definition or a footnote changes what other paragraphs mean. */
const definition = /\]:/;

export interface Piece {
  readonly start: number;
  readonly text: string;
}

/**
 * The pieces of `text`; between them are only line breaks and spaces. A line at the margin behind a blank one always opens a block of
 * its own; so does the line behind a heading that opens a piece.
 */
export function piecesOf(text: string): Piece[] {
  if (spanning.test(text) || definition.test(text)) return [{ start: 0, text }];
  const pieces: Piece[] = [];
  let start = -1;
  let end = 0;
  let open = true;
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf("\n", at);
    const stop = next < 0 ? text.length : next;
    const isBlank = !/[^ \t]/.test(text.slice(at, stop));
    if (!isBlank && (start < 0 || (open && text[at] !== " " && text[at] !== "\t"))) {
      if (start >= 0) pieces.push({ start, text: text.slice(start, end) });
      start = at;
      open = /^#{1,6} /.test(text.slice(at, at + 7));
    } else open = isBlank;
    if (!isBlank) end = stop;
    at = stop + 1;
  }
  if (start >= 0) pieces.push({ start, text: text.slice(start, end) });
  return pieces;
}
