/** A fact as YAML, in the order and the form that a person would write it. */
import { Document, isScalar, isSeq, type ParsedNode, stringify, visit } from "yaml";
import type { Fact } from "../model/source.ts";

const order = ["id", "states", "figures", "at", "seen", "copy", "via", "flags", "pin", "quote", "by", "note"] as const;

/** A list entry of several lines, each with its line break, indented as the list is. */
export function blockEntry(fact: Fact, indent: string): string {
  const document = documentOf(fact);
  const lines = document.toString({ lineWidth: 0, flowCollectionPadding: true }).trimEnd().split("\n");
  return lines.map((line, at) => `${indent}${at === 0 ? "- " : "  "}${line}\n`).join("");
}

/** The same on one line, for a list in brackets. */
export const flowEntry = (fact: Fact): string =>
  stringify([inOrder(fact)], { collectionStyle: "flow", lineWidth: 0 })
    .trim()
    .replace(/^\[\s*/, "")
    .replace(/\s*\]$/, "");

function documentOf(fact: Fact): Document<ParsedNode> {
  const document = new Document(inOrder(fact)) as unknown as Document<ParsedNode>;
  visit(document, {
    // The list itself is one entry a line; what is inside a field is short and stands on its line.
    Pair(_, pair) {
      const key = isScalar(pair.key) ? pair.key.value : undefined;
      if (
        (key === "figures" || key === "flags" || key === "pin" || key === "quote") &&
        pair.value &&
        typeof pair.value === "object"
      ) {
        Object.assign(pair.value, { flow: true });
        // A figure is text however much it looks like a number.
        if (isSeq(pair.value)) for (const item of pair.value.items) if (isScalar(item)) item.type = "QUOTE_DOUBLE";
      }
      if (key === "seen" && isScalar(pair.value)) pair.value.type = "QUOTE_DOUBLE";
    },
  });
  return document;
}

const inOrder = (fact: Fact): Record<string, unknown> =>
  Object.fromEntries(order.filter((field) => fact[field] !== undefined).map((field) => [field, fact[field]]));
