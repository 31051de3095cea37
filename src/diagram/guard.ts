/** What is refused before Mermaid sees it: too much text, settings that are not a diagram's to change, and anything that fetches. */
import { maxLines, maxTextSize, securedKeys } from "./config.ts";
import type { Complaint } from "./problem.ts";

/** Where a diagram may hold settings: front matter, and directives such as `%%{init: ...}%%`. */
const settings = /^\s*---[^\S\n]*\n[\s\S]*?\n\s*---[^\S\n]*(?:\n|$)|%%\{[\s\S]*?(?:\}%%|$)/g;

const drawnAsPicture = "The report shows the diagram as a picture, and a picture loads nothing.";
const noLink = "A link in a picture can't be followed. Put the link into the text beside the diagram.";

/** Statements that fetch, or that a picture can't keep. `only` names the kinds of diagram in which the words mean that. */
const refused: readonly { pattern: RegExp; only?: RegExp; message: string; hint: string }[] = [
  {
    pattern: /@\{[^}]{0,500}?\b(?:img|icon)\s*:/g,
    message: "Unexpected image or icon node, expected a node with text.",
    hint: `${drawnAsPicture} Name the thing in the node's text.`,
  },
  {
    pattern: /<\s*(?:img|image|iframe|object|embed|script|link|video|audio|svg)\b/gi,
    message: "Unexpected HTML element in a label, expected text.",
    hint: `${drawnAsPicture} Only <br/> has a meaning in a label.`,
  },
  {
    pattern: /!\[[^\]]{0,300}\]\(/g,
    message: "Unexpected image in a label, expected text.",
    hint: `${drawnAsPicture} Name the thing in words.`,
  },
  {
    pattern: /^[ \t]*(?:style|classDef|linkStyle|Update\w+)\b.*(?:\b(?:url|image-set)\s*\(|@import\b|\\)/gim,
    message: "Unexpected address in a style, expected colours and widths.",
    hint: `${drawnAsPicture} Leave out url(), image-set() and @import.`,
  },
  {
    pattern: /^[ \t]*click[ \t]+\S+[ \t]+\S/gm,
    only: /^\s*(?:flowchart|graph|classDiagram|stateDiagram|gantt)\b/m,
    message: "Unexpected click statement, expected none.",
    hint: noLink,
  },
  {
    pattern: /^[ \t]*(?:links?|properties|callback)[ \t]+\S+[ \t]*[:"@]/gm,
    only: /^\s*(?:classDiagram|sequenceDiagram)\b/m,
    message: "Unexpected link or callback statement, expected none.",
    hint: noLink,
  },
];

/** What repeats itself is said often enough then. */
const mostOfAKind = 20;

/** Everything wrong with the text that can be said without Mermaid. `code` has `\n` line breaks. */
export function guard(code: string): Complaint[] {
  if (code.length > maxTextSize) return [tooLarge(`${code.length} characters`, `${maxTextSize}`)];
  const lines = lineAt(code, code.length);
  if (lines > maxLines) return [tooLarge(`${lines} lines`, `${maxLines}`)];
  const found: Complaint[] = [];
  for (const match of code.matchAll(settings)) {
    const first = lineAt(code, match.index);
    for (const key of securedKeys) {
      const at = match[0].search(new RegExp(`(?<![\\w$])${key}(?![\\w$])["']?\\s*:`));
      if (at >= 0) found.push({ ...securedSetting(key), line: first + lineAt(match[0], at) - 1 });
    }
  }
  // Comments become spaces, so that offsets stay.
  const said = code.replace(/^[ \t]*%%(?!\{).*$/gm, (comment) => " ".repeat(comment.length));
  for (const { pattern, only, message, hint } of refused) {
    if (only && !only.test(code)) continue;
    let count = 0;
    for (const { index } of said.matchAll(pattern)) {
      if (++count > mostOfAKind) break;
      found.push({ line: lineAt(said, index), message, hint });
    }
  }
  return found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** Also for settings that were found by Mermaid's own reading, however they were written. */
export function securedSetting(key: string): Complaint {
  return {
    message: `Unexpected setting “${key}”, expected only settings of the layout.`,
    hint: "Security and look are the report's. Leave the setting out.",
  };
}

/** Secured keys anywhere in settings that Mermaid has read. */
export function securedKeysIn(config: unknown): string[] {
  if (typeof config !== "object" || config === null) return [];
  return Object.entries(config).flatMap(([key, value]) => [
    ...((securedKeys as readonly string[]).includes(key) || key.startsWith("__") ? [key] : []),
    ...securedKeysIn(value),
  ]);
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split("\n").length;

const tooLarge = (found: string, limit: string): Complaint => ({
  message: `Unexpected ${found}, expected at most ${limit} in one diagram.`,
  hint: "Split the diagram: a reader can't take in one of this size.",
});
