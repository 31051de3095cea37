/** What a diagram's text says of itself: its accessible title and description. */

export interface DiagramText {
  readonly code: string;
  /** `accTitle`, the accessible name. */
  readonly title: string | undefined;
  /** `accDescr`, the accessible description; its braces form may span lines. */
  readonly description: string | undefined;
}

/** Reads the text of an `.mmd` file; a later statement wins, as in Mermaid. */
export function readDiagram(file: string): DiagramText {
  const code = file.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  // Comments and directives are no statements.
  const said = code.replace(/^[ \t]*%%.*$/gm, "");
  const title = last(said.matchAll(/^[ \t]*accTitle[ \t]*:[ \t]*([^\n]+)/gm));
  const description = last(said.matchAll(/^[ \t]*accDescr\s*(?::[ \t]*([^\n]+)|\{([^}]{0,4000})\})/gm));
  return { code, title, description };
}

function last(matches: Iterable<RegExpMatchArray>): string | undefined {
  let found: string | undefined;
  for (const match of matches) found = (match[1] ?? match[2] ?? "").replace(/\s+/g, " ").trim() || undefined;
  return found;
}
