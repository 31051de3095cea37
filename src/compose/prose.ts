/** A piece of prose to report Markdown: its own text, with citations, directives, headings and raw HTML spliced. */
import GithubSlugger from "github-slugger";
import type { Span } from "../core/span.ts";
import type { Prose } from "../model/entry.ts";
import type { Citation, Directive } from "../model/reading.ts";
import type { Values } from "../model/value.ts";
import type { Target } from "./anchors.ts";
import { escapeText } from "./escape.ts";
import type { CiteItem, Mark, Marks } from "./marks.ts";

/** Headings deeper than this become run-in titles: the report stays navigable. */
const deepest = 4;

export interface ProseContext {
  readonly marks: Marks;
  readonly targets: ReadonlyMap<string, Target>;
  readonly terms: ReadonlyMap<string, string>;
  readonly values: Values;
  /** What a leaf directive places: a diagram, a snippet, a table, a chart. */
  readonly place: (directive: Directive, caption: string) => string;
}

/** Renders a stretch within a splice, such as a label, with what stands in it. */
type Inside = (span: Span) => string;

interface Splice {
  readonly span: Span;
  readonly text: (inside: Inside) => string;
}

/** `base` is the level of the heading that the prose stands under; `from`/`to` take a part of it. */
export function renderProse(
  prose: Prose,
  context: ProseContext,
  base = 1,
  part: Span = { start: 0, end: prose.text.length },
): string {
  const { reading, text } = prose;
  const slugger = new GithubSlugger();
  const splices: Splice[] = [];
  for (const directive of reading.directives)
    splices.push({ span: directive.span, text: (inside) => expand(directive, prose, context, inside) });
  for (const citation of reading.citations)
    splices.push({ span: citation.span, text: () => context.marks.add(citeMark(citation)) });
  for (const { span } of reading.comments) splices.push({ span, text: () => "" });
  for (const { kind, span } of reading.links)
    if (kind === "html") splices.push({ span, text: () => text.slice(span.start, span.end).replaceAll("<", "&lt;") });
  for (const heading of reading.headings) {
    const level = base + heading.depth - 1;
    const id = `${slugger.slug(`${prose.source.path.replace(/^.*\/|\.\w+$/g, "")} ${heading.text.trim()}`)}`;
    const start = heading.span.end - heading.text.length;
    splices.push({
      span: heading.span,
      text: (inside) => {
        const title = inside({ start, end: heading.span.end }).trim();
        const mark = () => context.marks.add({ type: "heading", level, title: unlinked(title), id });
        return level > deepest ? `**${title}**` : `${"#".repeat(level)} ${mark()}${title}`;
      },
    });
  }
  splices.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return splice(text, splices, part).trim();
}

/** Takes the outermost splices of a stretch, from the one at `first` on; what stands in them is their business. */
function splice(text: string, ordered: readonly Splice[], { start, end }: Span, first = 0): string {
  let out = "";
  let at = start;
  for (let index = first; index < ordered.length; index++) {
    const { span, text: replacement } = ordered[index] as Splice;
    if (span.start >= end) break;
    if (span.start < at || span.end > end) continue;
    out += text.slice(at, span.start) + replacement((inner) => splice(text, ordered, inner, index + 1));
    at = span.end;
  }
  return out + text.slice(at, end);
}

/** A line of the contents is a link itself: citations stay out of it, and of links the words. */
const unlinked = (title: string) =>
  title
    .replace(/\uE000\d+\uE001/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .trim();

function expand(directive: Directive, prose: Prose, context: ProseContext, inside: Inside): string {
  const { name, label, attributes, form } = directive;
  if (form !== "text") return context.place(directive, labelOf(directive, prose, inside));
  switch (name) {
    case "value":
      return context.values.get(label)?.text ?? `?${escapeText(label)}?`;
    case "ours":
      return labelOf(directive, prose, inside);
    case "term": {
      const anchor = context.terms.get(label.toLowerCase());
      const words = labelOf(directive, prose, inside);
      return anchor ? `[${words}](#${anchor})` : words;
    }
    case "ref": {
      const target = context.targets.get(label);
      if (!target) return escapeText(attributes["text"] ?? label);
      const words = attributes["text"] ? escapeText(attributes["text"]) : undefined;
      if (target.kind === "diagram")
        return words
          ? `[${words}](#${target.anchor})`
          : context.marks.add({ type: "label-link", of: "figure", id: label });
      if (target.kind === "snippet")
        return words
          ? `[${words}](#${target.anchor})`
          : context.marks.add({ type: "label-link", of: "listing", id: label });
      return `[${words ?? escapeText(target.title)}](#${target.anchor})`;
    }
    default:
      return escapeText(prose.text.slice(directive.span.start, directive.span.end));
  }
}

/** The label of a directive as it stands in the report. */
function labelOf({ span, label }: Directive, { text }: Prose, inside: Inside): string {
  if (label === "") return "";
  const start = text.indexOf("[", span.start) + 1;
  return inside({ start, end: start + label.length });
}

/** Several facts of one source in one citation are one number to the reader. */
function citeMark({ items, narrative }: Citation): Mark {
  const merged = new Map<string, CiteItem>();
  for (const { key, fact, prefix, suffix } of items) {
    const id = suffix ? `${key} ${suffix}` : key;
    const facts = [...(merged.get(id)?.facts ?? []), ...(fact ? [fact] : [])];
    merged.set(id, { key, facts, ...(prefix ? { prefix } : {}), ...(suffix ? { suffix } : {}) });
  }
  return { type: "cite", narrative, items: [...merged.values()] };
}
