/** The way back from a line that Mermaid counts to the line of the file: it drops some of the text before it parses. */

/** In Mermaid's order: front matter, directives, comments, what is blank before the first statement (its `preprocess.ts`). */
const dropped = [
  /^([^\S\n\r]*)-{3}\s*[\n\r](.*?)[\n\r]\1-{3}\s*[\n\r]+/s,
  /%{2}{\s*(?:(\w+)\s*:|(\w+))\s*(?:(\w+)|((?:(?!}%{2}).|\r?\n)*))?\s*(?:}%{2})?/gi,
  /^\s*%%(?!{)[^\n]+\n?/gm,
  /^\s+/,
];

/** The one-based line of the file for each line (from 0) of the text that Mermaid parses. `code` has `\n` line breaks. */
export function originalLines(code: string): number[] {
  let rest = code;
  // The line of each character that is left; a stretch taken out of it takes its lines along.
  let lines = characterLines(code);
  for (const pattern of dropped) {
    const kept: number[] = [];
    let from = 0;
    for (const match of rest.matchAll(pattern.global ? pattern : new RegExp(pattern, `${pattern.flags}g`))) {
      for (let at = from; at < match.index; at++) kept.push(lines[at] as number);
      from = match.index + match[0].length;
      if (!pattern.global) break;
    }
    for (let at = from; at < lines.length; at++) kept.push(lines[at] as number);
    lines = kept;
    rest = rest.replace(pattern, "");
  }
  const starts = [lines[0] ?? 1];
  for (let at = rest.indexOf("\n"); at >= 0; at = rest.indexOf("\n", at + 1))
    starts.push(lines[at + 1] ?? (lines[at] ?? 1) + 1);
  return starts;
}

function characterLines(text: string): number[] {
  let line = 1;
  return Array.from({ length: text.length }, (_, at) => (text.charCodeAt(at) === 10 ? line++ : line));
}
