/** Bibliography entries through citeproc-js, in a thread of its own; this file is loaded only when an entry is not in the cache. */
import type { OpenIsolate, Outcome } from "../core/isolate.ts";
import { UserError } from "../core/user-error.ts";
import { type CslItem, plain } from "./csl-item.ts";
import { markdownOf } from "./rich-text.ts";

export interface Formatter {
  /** The entries of the items, in their order; an error for one that can't be formatted. Rejects with UserError when the style can't be used. */
  format(items: readonly CslItem[]): Promise<readonly (string | UserError)[]>;
  /** Ends the thread; what it still worked on is rejected. */
  close(): Promise<void>;
}

/** What the thread says of an item: HTML, `false` when the style has no bibliography, or what citeproc threw. */
type Answer = { readonly html: string | false } | { readonly error: string };

/**
 * The first question is a style, the others are items. Those are formatted one by one, so that an entry depends on nothing but
 * itself. citeproc throws strings, and TypeErrors where a style is malformed. `note` must not override other fields, and addresses
 * become links.
 */
const thread = `
  const citeproc = loadCommonJs("citeproc");
  citeproc.debug = () => {};
  let engine;
  let current;
  const open = ({ style, locale, language }) => {
    // Only these languages have small letters of their own; for others the slow way gives the same.
    if (!/^(?:az|lt|tr)\\b/i.test(language)) citeproc.toLocaleLowerCase = (text) => text.toLowerCase();
    const system = { retrieveLocale: () => locale, retrieveItem: () => current };
    engine = new citeproc.Engine(system, style, language, true);
    Object.assign(engine.opt.development_extensions, { field_hack: false, wrap_url_and_doi: true });
  };
  const format = (item) => {
    current = item;
    try {
      engine.updateItems([item.id], true);
      const made = engine.makeBibliography();
      return { html: made && made[1].join(" ") };
    } catch (error) {
      return { error: String(error?.message ?? error) };
    }
  };
  return (question) => (Array.isArray(question) ? question.map(format) : open(question));
`;

/** For a batch, which takes less than a tenth of a second; a style may loop without end. */
const limitMs = 30_000;

/** Opens a thread that formats; `styleXml` and `localeXml` are the texts of a CSL style and of a CSL locale. */
export function openFormatter(styleXml: string, localeXml: string, openIsolate: OpenIsolate): Formatter {
  const isolate = openIsolate(thread, ["citeproc"]);
  const language = /\bxml:lang\s*=\s*["']([A-Za-z-]{2,12})["']/.exec(localeXml)?.[1] ?? "en-US";
  const opened = isolate.ask({ style: unnumbered(styleXml), locale: localeXml, language }, limitMs);
  return {
    async format(items) {
      const answer = isolate.ask(items.map(toCiteproc), limitMs);
      answerOf(await opened);
      return (answerOf(await answer) as readonly Answer[]).map((one, at) => entryOf(one, items[at]?.id ?? ""));
    },
    close: () => isolate.close(),
  };
}

function answerOf(outcome: Outcome): unknown {
  if (outcome.kind === "value") return outcome.value;
  if (outcome.kind === "error") throw unusable(outcome.message);
  throw unusable(outcome.kind === "timeout" ? "it does not come to an end" : "formatting with it ran out of memory");
}

/** A version is given without its `v`, since styles put the word before it; the key of a source is no business of the style. */
function toCiteproc(item: CslItem, at: number): CslItem {
  const version = typeof item.version === "string" ? item.version.replace(/^v(?=\d)/i, "") : undefined;
  return { ...shield(item), id: `item-${at}`, version };
}

function entryOf(answer: Answer, key: string): string | UserError {
  if ("error" in answer) return unusable(answer.error, key);
  if (answer.html === false)
    return new UserError("The CSL style has no bibliography", "Choose a style with <bibliography>.");
  const entry = markdownOf(unshield(answer.html));
  return entry === "" ? new UserError(`The CSL style prints nothing for the source “${key}”`, advice) : entry;
}

const advice = "Check the style with a CSL validator, or choose another one.";

function unusable(said: string, key?: string): UserError {
  const what =
    key === undefined ? "The CSL style can't be used" : `The source “${key}” can't be formatted by the CSL style`;
  return new UserError(`${what}: ${said.replace(/^citeproc-js error: /, "").slice(0, 200)}`, advice);
}

/** The number of an entry is the report's: it is taken out of the style with its brackets. */
function unnumbered(styleXml: string): string {
  return styleXml
    .replace(/<(?:text|number)\b[^<>]*\bvariable\s*=\s*["']citation-number["'][^<>]*\/>/g, "")
    .replace(/\bsecond-field-align\s*=\s*(?:"[^"]*"|'[^']*')/g, "");
}

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
