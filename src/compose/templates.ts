/** Handlebars for Markdown: values are escaped as Markdown, names must exist, and an error says where it stands. */
import type Handlebars from "handlebars";
import Runtime from "handlebars/runtime.js";
import { digest } from "../core/digest.ts";
import { SourceText } from "../core/source-text.ts";
import type { Problem } from "../model/problem.ts";
import { escapeText } from "./escape.ts";
import { houseTemplates } from "./house-templates.ts";

export type Helper = (...args: never[]) => unknown;

/** A template that does not parse, or that names what is not there. */
export class TemplateError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** Markdown that is inserted as it is. */
export const safe = (markdown: string) => new Runtime.SafeString(markdown);

export const asMarkdown = (value: unknown): string =>
  value instanceof Runtime.SafeString
    ? value.toString()
    : value === undefined || value === null
      ? ""
      : escapeText(String(value));

/** Compiled templates hold no helpers: those of a report are given when it is rendered, so a template is compiled once. */
const known = new Map<string, HandlebarsTemplateDelegate>();

type Compile = (text: string) => HandlebarsTemplateDelegate;

export class Templates {
  readonly #helpers: Record<string, Handlebars.HelperDelegate>;
  readonly #partials: Record<string, HandlebarsTemplateDelegate> = {};

  private constructor(
    readonly sources: ReadonlyMap<string, SourceText>,
    helpers: Readonly<Record<string, Helper>>,
    readonly compile: Compile,
  ) {
    this.#helpers = {
      ...(helpers as Record<string, Handlebars.HelperDelegate>),
      markdown: (value: unknown) => safe(asMarkdown(value)),
    };
    for (const [name, { text }] of sources)
      this.#partials[name] = (context: unknown, options?: Handlebars.RuntimeOptions) =>
        this.#located(name, () => this.#compiled(text)(context, options));
  }

  /** `sources`: the text of each template by its name without `.md.hbs`. Those of the house come compiled; only others need the compiler. */
  static async open(
    sources: ReadonlyMap<string, SourceText>,
    helpers: Readonly<Record<string, Helper>>,
  ): Promise<Templates> {
    const compiledBefore = (text: string) => houseTemplates.get(digest(text));
    const foreign = [...sources.values()].some(({ text }) => !known.has(text) && !compiledBefore(text));
    const compiler = foreign ? await import("./template-compiler.ts") : undefined;
    return new Templates(sources, helpers, (text) => {
      const specification = compiledBefore(text);
      return specification
        ? Runtime.template(specification)
        : (compiler as NonNullable<typeof compiler>).compiled(text);
    });
  }

  /** Throws TemplateError. */
  render(name: string, context: unknown): string {
    return this.#located(name, () => {
      const source = this.sources.get(name);
      if (!source) throw new Error(`The template ${name} could not be found`);
      return this.#compiled(source.text)(context, { helpers: this.#helpers, partials: this.#partials });
    });
  }

  #compiled(text: string): HandlebarsTemplateDelegate {
    const template = known.get(text) ?? this.compile(text);
    known.set(text, template);
    return template;
  }

  #located(name: string, run: () => string): string {
    try {
      return run();
    } catch (error) {
      if (error instanceof TemplateError || !(error instanceof Error)) throw error;
      const source = this.sources.get(name) ?? new SourceText(name, "");
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

function spanOf(error: Error & { lineNumber?: number; column?: number }, source: SourceText) {
  const line =
    error.lineNumber ?? Number(/line (\d+)/.exec(error.message)?.[1] ?? / - (\d+):\d+$/.exec(error.message)?.[1] ?? 1);
  const column = error.column ?? Number(/ - \d+:(\d+)$/.exec(error.message)?.[1] ?? 0);
  const start = source.offset({ line, column: column + 1 });
  return { start, end: start + 1 };
}
