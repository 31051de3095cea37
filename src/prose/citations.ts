/** Pandoc's citation grammar, read from text in which code, addresses and markup are already blank. */
import type { Span } from "../core/span.ts";
import type { Citation, CitationItem } from "../model/reading.ts";

// A key begins with a letter, digit or `_`; inside, single punctuation characters may join its parts (Pandoc manual, "Citation syntax").
const key = String.raw`[\p{L}\p{N}_](?:[:.#$%&\-+?<>~/]?[\p{L}\p{N}_])*`;
const cited = new RegExp(String.raw`(?<![\p{L}\p{N}_\\@/.])-?@(?<key>${key})`, "gu");

/** Finds citations; `text` keeps the offsets of the prose it came from. */
export function findCitations(text: string): Citation[] {
  const citations: Citation[] = [];
  let from = 0;
  for (const match of text.matchAll(cited)) {
    if (match.index < from) continue;
    const group = bracketsAround(text, match.index);
    if (group) {
      citations.push({ narrative: false, span: group, items: itemsIn(text, group) });
      from = group.end;
    } else if (!match.groups?.["key"]?.includes("/")) {
      // `@scope/package` names a package, not a source.
      const span = { start: match.index, end: match.index + match[0].length };
      citations.push({ narrative: true, span, items: [item(match, span.start, "", "")] });
      from = span.end;
    }
  }
  return citations;
}

/** The innermost `[…]` that holds `at` and closes in the same paragraph; none when it is a link's text. */
function bracketsAround(text: string, at: number): Span | undefined {
  let start = at - 1;
  for (let depth = 0; ; start--) {
    const character = text[start];
    if (character === undefined || endsParagraph(text, start)) return undefined;
    if (character === "]") depth++;
    if (character === "[" && depth-- === 0) break;
  }
  let end = at;
  for (let depth = 0; ; end++) {
    const character = text[end];
    if (character === undefined || endsParagraph(text, end)) return undefined;
    if (character === "[") depth++;
    if (character === "]" && depth-- === 0) break;
  }
  return text[end + 1] === "(" ? undefined : { start, end: end + 1 };
}

const endsParagraph = (text: string, at: number) => text[at] === "\n" && /^\n[ \t]*\n/.test(text.slice(at, at + 80));

function itemsIn(text: string, group: Span): CitationItem[] {
  const items: CitationItem[] = [];
  let start = group.start + 1;
  for (const part of text.slice(start, group.end - 1).split(";")) {
    const match = [...part.matchAll(cited)][0];
    if (match) {
      const after = part.slice(match.index + match[0].length);
      items.push(item(match, start + match.index, part.slice(0, match.index), after.replace(/^\s*,/, "")));
    }
    start += part.length + 1;
  }
  return items;
}

function item(match: RegExpMatchArray, start: number, before: string, after: string): CitationItem {
  const name = match.groups?.["key"] ?? "";
  const hash = name.indexOf("#");
  const prefix = squeeze(before);
  const suffix = squeeze(after);
  return {
    key: hash < 0 ? name : name.slice(0, hash),
    ...(hash < 0 ? {} : { fact: name.slice(hash + 1) }),
    ...(prefix ? { prefix } : {}),
    ...(suffix ? { suffix } : {}),
    span: { start, end: start + match[0].length },
  };
}

const squeeze = (words: string) => words.replace(/\s+/g, " ").trim();
