/** Looks up where reported places stand; the one use of positions in YAML, so only files with findings are parsed for them. */
import { type Document, isMap, isNode, isPair, parseDocument } from "yaml";
import { type Diagnostic, type Location, locate } from "../core/diagnostic.ts";
import { escapePattern } from "../core/escape-pattern.ts";
import type { SourceText } from "../core/source-text.ts";
import type { Span } from "../core/span.ts";
import type { Path, Place } from "../model/entry.ts";
import type { Problem } from "../model/problem.ts";

/** Problems with their line and column. */
export function locateProblems(problems: readonly Problem[]): Diagnostic[] {
  const finder = new PlaceFinder();
  return problems.map(({ rule, severity, place, message, hint, related, fix }) => ({
    rule,
    severity,
    message,
    ...finder.locate(place),
    ...(hint ? { hint } : {}),
    ...(related
      ? { related: related.map((other) => ({ ...finder.locate(other.place), message: other.message })) }
      : {}),
    ...(fix
      ? { fix: "replace" in fix ? { file: place.source.path, span: finder.span(place), text: fix.replace } : fix }
      : {}),
  }));
}

/** Finds spans of fields; keeps the parsed documents while one run reports. */
export class PlaceFinder {
  readonly #documents = new Map<SourceText, Document.Parsed | undefined>();

  locate(place: Place): Location {
    return locate(place.source, this.span(place));
  }

  span(place: Place): Span {
    if (!("path" in place)) return place.span;
    const document = this.#document(place.source);
    if (!document) return { start: 0, end: 0 };
    if ("within" in place) {
      const field = valueSpan(document, place.path);
      return searchWithin(place.source.text, field, place.within.text, place.span);
    }
    if (place.key !== undefined) return keySpan(document, place.path, place.key);
    return valueSpan(document, place.path);
  }

  #document(source: SourceText): Document.Parsed | undefined {
    if (this.#documents.has(source)) return this.#documents.get(source);
    // The opening `---` of front matter is a legal document start, so ranges are offsets in the file.
    const end = source.path.endsWith(".md") ? source.text.search(/\n---[ \t\r]*(?:\n|$)/) + 1 : source.text.length;
    const document =
      end > 0 ? parseDocument(source.text.slice(0, end), { schema: "failsafe", logLevel: "silent" }) : undefined;
    this.#documents.set(source, document);
    return document;
  }
}

/** The value at a path; for a missing one, the key of the nearest parent that exists. */
function valueSpan(document: Document.Parsed, path: Path): Span {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isNode(node) && node.range && node.range[1] > node.range[0]) return { start: node.range[0], end: node.range[1] };
  const parent = path.slice(0, -1);
  if (path.length === 0) return { start: 0, end: 0 };
  const name = path.at(-1);
  if (typeof name === "string" && document.hasIn(path)) return keySpan(document, parent, name);
  if (parent.length === 0) return firstKey(document);
  const last = parent.at(-1);
  return typeof last === "string" ? keySpan(document, parent.slice(0, -1), last) : firstOf(valueSpan(document, parent));
}

function keySpan(document: Document.Parsed, parent: Path, key: string): Span {
  const map = parent.length === 0 ? document.contents : document.getIn(parent, true);
  if (isMap(map))
    for (const pair of map.items) {
      if (!isPair(pair) || !isNode(pair.key) || String(pair.key) !== key || !pair.key.range) continue;
      return { start: pair.key.range[0], end: pair.key.range[1] };
    }
  return valueSpan(document, parent);
}

function firstKey(document: Document.Parsed): Span {
  const map = document.contents;
  const key = isMap(map) ? map.items[0]?.key : undefined;
  return isNode(key) && key.range ? { start: key.range[0], end: key.range[1] } : { start: 0, end: 0 };
}

const firstOf = ({ start }: Span): Span => ({ start, end: start + 1 });

/**
 * A stretch of a field's value in the file: folding, indentation and quotes make the two texts differ,
 * so the words are looked for, and the occurrence with the same rank is taken.
 */
function searchWithin(text: string, field: Span, value: string, span: Span): Span {
  const words = value.slice(span.start, span.end).trim();
  if (words === "") return field;
  const pattern = new RegExp(words.split(/\s+/).map(escapeWord).join("(?:\\s|\\\\\\n)+"), "g");
  const rank = [...value.slice(0, span.start).matchAll(pattern)].length;
  const found = [...text.slice(field.start, field.end).matchAll(pattern)];
  const match = found[Math.min(rank, found.length - 1)];
  if (!match) return field;
  const start = field.start + match.index;
  return { start, end: start + match[0].length };
}

const escapeWord = (word: string) => escapePattern(word).replace(/["']/g, "[\"'\\\\]{1,2}");
