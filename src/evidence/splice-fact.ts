/** Adds a fact to the text of a source file; every other byte of it stays. */
import { isMap, isPair, isScalar, isSeq, type Node, type Pair, parseDocument, YAMLMap } from "yaml";
import type { Fact } from "../model/source.ts";
import { blockEntry, flowEntry } from "./fact-text.ts";

export type Spliced =
  | { readonly text: string; readonly problem?: undefined }
  /** Why it could not be done, as a sentence without its full stop. */
  | { readonly problem: string; readonly text?: undefined };

/** The text with the fact behind the last one; `facts:` is made where it is missing. Refuses an id that is taken. */
export function spliceFact(text: string, fact: Fact): Spliced {
  const document = parseDocument(text, { schema: "failsafe", logLevel: "silent" });
  const map = document.contents;
  if (document.errors.length > 0 || !isMap(map)) return { problem: "The file is no YAML mapping" };
  if (map.flow) return { problem: "Unexpected braces around the whole file, expected one field a line" };
  const pair = map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === "facts") as
    | Pair<Node, Node | null>
    | undefined;
  if (!pair) {
    const end = endOf(map);
    return insert(text, end, `${end > 0 && text[end - 1] !== "\n" ? "\n" : ""}facts:\n${blockEntry(fact, "  ")}`);
  }
  const { value } = pair;
  if (!isSeq(value)) {
    if (!isScalar(value) || (value.value !== "" && value.value !== null))
      return { problem: "Unexpected value of “facts”, expected a list" };
    const line = text.indexOf("\n", endOf(pair.key));
    return line < 0
      ? insert(text, text.length, `\n${blockEntry(fact, "  ")}`)
      : insert(text, line + 1, blockEntry(fact, "  "));
  }
  if (value.items.some((item) => item instanceof YAMLMap && item.get("id") === fact.id))
    return { problem: `The id “${fact.id}” is taken` };
  const [start, end] = value.range ?? [0, 0];
  if (!value.flow) {
    const indent = " ".repeat(start - (text.lastIndexOf("\n", start - 1) + 1));
    return insert(text, end, `${text[end - 1] === "\n" ? "" : "\n"}${blockEntry(fact, indent)}`);
  }
  if (value.items.length === 0) {
    const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
    if (!/^facts:\s+$/.test(line)) return { problem: "Unexpected place of “facts: []”, expected it on one line" };
    return { text: `${text.slice(0, start).trimEnd()}\n${blockEntry(fact, "  ").trimEnd()}${text.slice(end)}` };
  }
  const last = endOf(value.items.at(-1) as Node);
  return insert(text, last, `, ${flowEntry(fact)}`);
}

const endOf = (node: Node): number => node.range?.[1] ?? 0;

const insert = (text: string, at: number, added: string): Spliced => ({
  text: text.slice(0, at) + added + text.slice(at),
});
