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

interface Splice {
  readonly span: Span;
  readonly text: string;
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
    splices.push({ span: directive.span, text: expand(directive, prose, context) });
  for (const citation of reading.citations)
    splices.push({ span: citation.span, text: context.marks.add(citeMark(citation)) });
  for (const { span } of reading.comments) splices.push({ span, text: "" });
  for (const { kind, span } of reading.links)
    if (kind === "html") splices.push({ span, text: text.slice(span.start, span.end).replaceAll("<", "&lt;") });
  for (const heading of reading.headings) {
    const level = base + heading.depth - 1;
    const title = heading.text.trim();
    const id = `${slugger.slug(`${prose.source.path.replace(/^.*\/|\.\w+$/g, "")} ${title}`)}`;
    splices.push({
      span: heading.span,
      text:
        level > deepest
          ? `**${title}**`
          : `${"#".repeat(level)} ${context.marks.add({ type: "heading", level, title, id })}${title}`,
    });
  }
  return splice(text, splices, part).trim();
}

/** A nested splice (a citation in a directive's label) is the outer one's business. */
function splice(text: string, splices: readonly Splice[], { start, end }: Span): string {
  const ordered = [...splices].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let out = "";
  let at = start;
  for (const { span, text: replacement } of ordered) {
    if (span.start < at || span.end > end) continue;
    out += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return out + text.slice(at, end);
}

function expand(directive: Directive, prose: Prose, context: ProseContext): string {
  const { name, label, attributes, form } = directive;
  if (form !== "text") return context.place(directive, captionOf(directive, prose, context));
  switch (name) {
    case "value":
      return context.values.get(label)?.text ?? `?${escapeText(label)}?`;
    case "ours":
      return label;
    case "term": {
      const anchor = context.terms.get(label.toLowerCase());
      return anchor ? `[${label}](#${anchor})` : label;
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
      return prose.text.slice(directive.span.start, directive.span.end);
  }
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

/** The label of a leaf directive with its citations as marks. */
function captionOf(directive: Directive, prose: Prose, context: ProseContext): string {
  const start = directive.span.start + prose.text.slice(directive.span.start, directive.span.end).indexOf("[") + 1;
  const inside = { start, end: start + directive.label.length };
  const splices = prose.reading.citations
    .filter(({ span }) => span.start >= inside.start && span.end <= inside.end)
    .map((citation) => ({ span: citation.span, text: context.marks.add(citeMark(citation)) }));
  return directive.label === "" ? "" : splice(prose.text, splices, inside);
}
