/** Handlebars for Markdown: values are escaped as Markdown, names must exist, and an error says where it stands. */
import Handlebars from "handlebars";
import { SourceText } from "../core/source-text.ts";
import type { Problem } from "../model/problem.ts";
import { escapeText } from "./escape.ts";

type Node = hbs.AST.Node;

export type Helper = (...args: never[]) => unknown;

/** A template that does not parse, or that names what is not there. */
export class TemplateError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** Markdown that is inserted as it is. */
export const safe = (markdown: string) => new Handlebars.SafeString(markdown);

export const asMarkdown = (value: unknown): string =>
  value instanceof Handlebars.SafeString
    ? value.toString()
    : value === undefined || value === null
      ? ""
      : escapeText(String(value));

/** Compiled templates hold no helpers: those of a report are given when it is rendered, so a template is compiled once. */
const compiled = new Map<string, HandlebarsTemplateDelegate>();

export class Templates {
  readonly #helpers: Record<string, Handlebars.HelperDelegate>;
  readonly #partials: Record<string, HandlebarsTemplateDelegate> = {};
  readonly #sources = new Map<string, SourceText>();

  /** `files`: the text of each template by its name without `.md.hbs`. */
  constructor(files: ReadonlyMap<string, SourceText>, helpers: Readonly<Record<string, Helper>>) {
    this.#helpers = {
      ...(helpers as Record<string, Handlebars.HelperDelegate>),
      markdown: (value: unknown) => safe(asMarkdown(value)),
    };
    for (const [name, source] of files) {
      this.#sources.set(name, source);
      this.#partials[name] = (context: unknown, options?: Handlebars.RuntimeOptions) =>
        this.#located(name, () => this.#compile(source.text)(context, options));
    }
  }

  /** Throws TemplateError. */
  render(name: string, context: unknown): string {
    const text = this.#sources.get(name)?.text ?? `{{> ${name}}}`;
    return this.#located(name, () =>
      this.#compile(text)(context, { helpers: this.#helpers, partials: this.#partials }),
    );
  }

  #compile(text: string): HandlebarsTemplateDelegate {
    const names = Object.keys(this.#helpers).filter((name) => name !== "markdown");
    const key = `${names.join()}\0${text}`;
    const known = compiled.get(key);
    if (known) return known;
    const program = Handlebars.parse(text);
    new Escaping(new Set(names)).accept(program);
    const template = Handlebars.compile(program, { noEscape: true, strict: true, knownHelpersOnly: false });
    compiled.set(key, template);
    return template;
  }

  #located(name: string, run: () => string): string {
    try {
      return run();
    } catch (error) {
      if (error instanceof TemplateError || !(error instanceof Error)) throw error;
      const source = this.#sources.get(name) ?? new SourceText(name, "");
      throw new TemplateError({
        rule: "template-renders",
        severity: "error",
        place: { source, span: spanOf(error, source) },
        message: error.message
          .split("\n")
          .filter((line) => !/^[-^.]/.test(line))
          .join(" ")
          .replace(/ - \d+:\d+$/, ""),
        hint: "Check the name against the data that the template gets; optional parts belong in {{#if}}.",
      });
    }
  }
}

/**
 * Handlebars escapes for HTML. Here every `{{value}}` becomes `{{{markdown value}}}`, and the looked-up path is marked
 * strict, which Handlebars does by itself only for a path that stands alone.
 */
class Escaping extends Handlebars.Visitor {
  constructor(readonly helpers: ReadonlySet<string>) {
    super();
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    super.MustacheStatement(mustache);
    if (!(mustache as { escaped?: boolean }).escaped) return;
    const { path, params, hash, loc } = mustache;
    const isPath =
      path.type === "PathExpression" &&
      params.length === 0 &&
      !hash &&
      !this.helpers.has(String("original" in path ? path.original : ""));
    const value = isPath ? Object.assign(path, { strict: true }) : { type: "SubExpression", path, params, hash, loc };
    Object.assign(mustache, { path: helperPath(loc), params: [value], hash: undefined, escaped: false });
  }
}

const helperPath = (loc: Node["loc"]): hbs.AST.PathExpression =>
  ({
    type: "PathExpression",
    data: false,
    depth: 0,
    parts: ["markdown"],
    original: "markdown",
    loc,
  }) as unknown as hbs.AST.PathExpression;

function spanOf(error: Error & { lineNumber?: number; column?: number }, source: SourceText) {
  const line =
    error.lineNumber ?? Number(/line (\d+)/.exec(error.message)?.[1] ?? / - (\d+):\d+$/.exec(error.message)?.[1] ?? 1);
  const column = error.column ?? Number(/ - \d+:(\d+)$/.exec(error.message)?.[1] ?? 0);
  const start = source.offset({ line, column: column + 1 });
  return { start, end: start + 1 };
}
