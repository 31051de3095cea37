/** What a page says of itself: meta elements, JSON-LD, its title and its canonical address. */
import { Parser } from "htmlparser2";
import { asJson, type Json } from "./resolver.ts";

export interface PageMetadata {
  /** Contents of meta elements by name or property in lower case, in their order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** Every JSON-LD object, graphs taken apart. */
  readonly linked: readonly Json[];
  readonly title: string | undefined;
  readonly canonical: string | undefined;
  readonly language: string | undefined;
}

/** A page says what it is near its beginning; the rest is not read. */
const longest = 1_000_000;
/** A parser's work grows with the square of the nesting: no page of this depth has more to say. */
const deepest = 200;
const mostObjects = 200;

class Enough extends Error {}

export function readPageMetadata(html: string): PageMetadata {
  const meta = new Map<string, string[]>();
  const scripts: string[] = [];
  let title: string | undefined;
  let canonical: string | undefined;
  let language: string | undefined;
  let inside: "title" | "script" | undefined;
  let text = "";
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (depth > deepest) throw new Enough();
      if (name === "html") language = attributes.lang;
      if (name === "meta") {
        const content = attributes.content?.trim();
        if (content)
          for (const key of new Set([attributes.name, attributes.property, attributes.itemprop]))
            if (key) push(meta, key.toLowerCase(), content);
      }
      if (name === "link" && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel ?? "")) canonical ??= attributes.href;
      // An SVG has titles of its own, but not before the page's.
      if (name === "title" && title === undefined) inside = "title";
      if (name === "script" && /^application\/ld\+json/i.test(attributes.type ?? "")) inside = "script";
    },
    ontext(data) {
      if (inside) text += data;
    },
    onclosetag() {
      depth -= 1;
      if (inside === "title") title = text.trim();
      if (inside === "script") scripts.push(text);
      if (inside) text = "";
      inside = undefined;
    },
  });
  try {
    parser.end(html.slice(0, longest));
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return { meta, linked: scripts.flatMap(objectsIn), title: title || undefined, canonical, language };
}

function objectsIn(script: string): Json[] {
  let value: unknown;
  try {
    value = JSON.parse(script);
  } catch {
    return [];
  }
  const found: Json[] = [];
  const walk = (one: Json, depth: number) => {
    if (depth > 4 || found.length >= mostObjects) return;
    if (one.list.length > 0) for (const inner of one.list) walk(inner, depth + 1);
    else if (one.keys.length > 0) {
      found.push(one);
      for (const key of ["@graph", "mainEntity"]) walk(one.at(key), depth + 1);
    }
  };
  walk(asJson(value), 0);
  return found;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
