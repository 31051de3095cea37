/** One bibliography entry through citeproc-js; this file is loaded only when an entry is not in the cache. */
import { createRequire } from "node:module";
import type CSL from "citeproc";
import { UserError } from "../core/user-error.ts";
import { type CslItem, plain } from "./csl-item.ts";
import { markdownOf } from "./rich-text.ts";

/**
 * Formats items one by one, so that an entry depends on nothing but itself.
 * A version is given without its `v`, since styles put the word before it.
 * `styleXml` and `localeXml` are the texts of a CSL style and of a CSL locale.
 * Throws UserError when the style can't be used.
 */
export function entryFormatter(styleXml: string, localeXml: string): (item: CslItem) => string {
  // `import` would first search this megabyte of CommonJS for the names that it exports.
  const require = createRequire(import.meta.url);
  const citeproc = require("citeproc") as typeof CSL;
  citeproc.debug = () => {};
  // Only these languages have small letters of their own; for others the slow way gives the same.
  if (!/^(?:az|lt|tr)\b/i.test(languageOf(localeXml))) citeproc.toLocaleLowerCase = (text) => text.toLowerCase();
  let current: unknown;
  const system = { retrieveLocale: () => localeXml, retrieveItem: () => current };
  const engine = attempt(() => new citeproc.Engine(system, unnumbered(styleXml), languageOf(localeXml), true));
  // `note` must not override other fields, and addresses become links.
  Object.assign(engine.opt.development_extensions, { field_hack: false, wrap_url_and_doi: true });
  let count = 0;
  return (item) => {
    count += 1;
    const id = `item-${count}`;
    const version = typeof item.version === "string" ? item.version.replace(/^v(?=\d)/i, "") : undefined;
    current = { ...shield(item), id, version };
    const made = attempt(() => {
      engine.updateItems([id], true);
      return engine.makeBibliography();
    }, item.id);
    if (made === false) throw new UserError("The CSL style has no bibliography", "Choose a style with <bibliography>.");
    const entry = markdownOf(unshield(made[1].join(" ")));
    if (entry === "") throw new UserError(`The CSL style prints nothing for the source “${item.id}”`, advice);
    return entry;
  };
}

const advice = "Check the style with a CSL validator, or choose another one.";

/** The number of an entry is the report's: it is taken out of the style with its brackets. */
function unnumbered(styleXml: string): string {
  return styleXml
    .replace(/<(?:text|number)\b[^<>]*\bvariable\s*=\s*["']citation-number["'][^<>]*\/>/g, "")
    .replace(/\bsecond-field-align\s*=\s*(?:"[^"]*"|'[^']*')/g, "");
}

const languageOf = (localeXml: string): string =>
  /\bxml:lang\s*=\s*["']([A-Za-z-]{2,12})["']/.exec(localeXml)?.[1] ?? "en-US";

/**
 * Characters that citeproc reads as its own, as private-use characters: `$` in replacement strings, `|` between the
 * parts of an institution, and `<` outside titles, where CSL has no markup.
 */
const shields = new Map([
  ["$", "\ue0d4"],
  ["|", "\ue0d5"],
  ["<", "\ue0d6"],
]);
const shielded: Readonly<Record<string, string>> = Object.fromEntries([...shields].map(([char, mark]) => [mark, char]));

function shield<T>(value: T, rich = false): T {
  if (typeof value === "string")
    return plain(value)
      .replace(/[\ue0d4-\ue0d6]/g, "")
      .replace(rich ? /[$|]/g : /[$|<]/g, (char) => shields.get(char) ?? char) as T;
  if (Array.isArray(value)) return value.map((inner) => shield(inner)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, shield(inner, name.endsWith("title"))]),
  ) as T;
}

/** Back to the characters, escaped as citeproc escapes text. */
const unshield = (html: string): string =>
  html.replace(/[\ue0d4-\ue0d6]/g, (mark) => shielded[mark]?.replace("<", "&#60;") ?? "");

/** citeproc throws strings, and TypeErrors where a style is malformed. */
function attempt<T>(work: () => T, key?: string): T {
  try {
    return work();
  } catch (error) {
    const said = String(error instanceof Error ? error.message : error).replace(/^citeproc-js error: /, "");
    const what =
      key === undefined ? "The CSL style can't be used" : `The source “${key}” can't be formatted by the CSL style`;
    throw new UserError(`${what}: ${said.slice(0, 200)}`, advice);
  }
}
