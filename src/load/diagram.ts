/** What a Mermaid file says of itself. */
import type { Diagram } from "../model/document.ts";

/** Reads `accTitle: …`, `accDescr: …` and the form of `accDescr` in braces. */
export function readDiagram(code: string): Diagram {
  const title = /^[ \t]*accTitle[ \t]*:[ \t]*(.+?)[ \t]*$/m.exec(code)?.[1];
  const description =
    /^[ \t]*accDescr[ \t]*:[ \t]*(.+?)[ \t]*$/m.exec(code)?.[1] ?? /^[ \t]*accDescr[ \t]*\{([^}]*)\}/m.exec(code)?.[1];
  return { code, title, description: description?.replace(/\s+/g, " ").trim() };
}
