/**
 * Plain paragraphs and headings to their shape without a Markdown parser: most prose is words, citations, computed values, code and
 * emphasis, and a parser costs twenty times as much. Whatever could mean anything else is left to the parser, and a test compares the two.
 */
import { emptyShape, type Shape, spoken } from "./shape.ts";

/** Every line of a paragraph begins with a letter, a quote or a bracket, so that none opens a list, a table or a block of another kind. */
const paragraph = /^(?=[\p{L}“‘"'([*`:])(?:(?!\n[^\p{L}“‘"'([]).)*$/su;
const heading = /^(?<marks>#{1,6}) (?=\S)[^\n#]*$/;
const special = /[\\`*_<>|~&{}:@![\]\t\r]|www\./gi;
const code = /`[^`\n]+`(?!`)/y;
const emphasis = /(?<mark>\*\*?)(?<words>[A-Za-z0-9](?:[A-Za-z0-9 ,.'’-]*[A-Za-z0-9.])?)\k<mark>(?=[\s.,;:)!?]|$)/y;
const directive = /:(?<name>[a-z]+)\[(?<label>[A-Za-z0-9 .,%$€/'’–-]*)\](?![[{])/y;

/** The shape of a block without blank lines; nothing when it may hold other markup. */
export function readPlain(text: string): Shape | undefined {
  const title = heading.exec(text);
  if ((!title && !paragraph.test(text)) || /\s$/.test(text)) return undefined;
  const shape = emptyShape();
  const span = { start: 0, end: text.length };
  shape.blocks.push({ kind: title ? "heading" : "paragraph", span });
  let at = title ? (title.groups?.["marks"]?.length ?? 0) + 1 : 0;
  if (title) shape.headings.push({ depth: at - 1, text: text.slice(at), span });
  const reveal = (end: number) => {
    if (end > at) shape.revealed.push({ start: at, end });
  };
  special.lastIndex = at;
  for (let found = special.exec(text); found; found = special.exec(text)) {
    const { index } = found;
    const next = text[index + 1] ?? "\n";
    const previous = text[index - 1] ?? "\n";
    switch (found[0]) {
      case "`": {
        const run = previous === "`" ? undefined : match(code, text, index);
        if (!run) return undefined;
        reveal(index);
        at = index + run[0].length;
        break;
      }
      case "*": {
        const run = /[\s(]/.test(previous) ? match(emphasis, text, index) : undefined;
        if (!run?.groups) return undefined;
        const { mark, words } = run.groups as { mark: string; words: string };
        reveal(index);
        at = index + mark.length;
        reveal(at + words.length);
        at = index + run[0].length;
        break;
      }
      case ":": {
        const run = previous === ":" ? undefined : match(directive, text, index);
        if (!run?.groups) {
          if (/[\s\d)”"]/.test(next) && previous !== ":") continue;
          return undefined;
        }
        const { name, label } = run.groups as { name: string; label: string };
        const end = index + run[0].length;
        shape.directives.push({ form: "text", name, label, attributes: {}, span: { start: index, end } });
        reveal(index);
        at = index + name.length + 2;
        if (spoken.has(name)) reveal(at + label.length);
        at = end;
        break;
      }
      case "[":
        if (next === "^" || previous === "!") return undefined;
        continue;
      case "]":
        if (/[([{:]/.test(next)) return undefined;
        continue;
      case "@":
        if (!/[\s[;(]/.test(previous)) return undefined;
        continue;
      case "_":
        if (!/[\p{L}\p{N}]/u.test(previous) || !/[\p{L}\p{N}]/u.test(next)) return undefined;
        continue;
      case "!":
      case ">":
        continue;
      default:
        return undefined;
    }
    special.lastIndex = at;
  }
  reveal(text.length);
  return shape;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
