/** Pandoc's citation grammar, read from text in which code, addresses and markup are already blank. */
import type { Span } from "../core/span.ts";
import type { Citation, CitationItem } from "../model/reading.ts";

// A key begins with a letter, digit or `_`; inside, single punctuation characters may join its parts (Pandoc manual, "Citation syntax").
const key = String.raw`[\p{L}\p{N}_](?:[:.#$%&\-+?<>~/]?[\p{L}\p{N}_])*`;
const cited = new RegExp(String.raw`(?<![\p{L}\p{N}_\\@/.])-?@(?<key>${key})`, "gu");

/** Finds citations; `text` keeps the offsets of the prose it came from. */
export function findCitations(text: string): Citation[] {
  const citations: Citation[] = [];
  const bracketsAround = bracketsIn(text);
  let from = 0;
  for (const match of text.matchAll(cited)) {
    if (match.index < from) continue;
    const group = bracketsAround(match.index);
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

/** Tells the innermost `[…]` that holds a place and closes in the same paragraph; none when it is a link's text. The text is walked once. */
function bracketsIn(text: string): (at: number) => Span | undefined {
  const ends = new Map<number, number>();
  /** From each offset on, which bracket is open. */
  const steps: { readonly from: number; readonly open: number | undefined }[] = [{ from: 0, open: undefined }];
  let open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/[[\]]|\n(?=[ \t]*\n)/g)) {
    if (sign === "[") open.push(index);
    else if (sign !== "]") open = [];
    else if (open.length > 0) ends.set(open.pop() as number, index + 1);
    steps.push({ from: index + 1, open: open.at(-1) });
  }
  let step = 0;
  // Places are asked for in their order.
  return (at) => {
    while ((steps[step + 1]?.from ?? Number.POSITIVE_INFINITY) <= at) step++;
    const start = steps[step]?.open;
    const end = start === undefined ? undefined : ends.get(start);
    return start === undefined || end === undefined || text[end] === "(" ? undefined : { start, end };
  };
}

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
