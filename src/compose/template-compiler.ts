/** A template's text to a program for Handlebars' runtime. */
import Handlebars from "handlebars";

type Node = hbs.AST.Node;

/** What templates call without arguments, as in `{{contents}}`; any other lone name is a value. */
const called = new Set(["contents", "references", "enddetails"]);

/** JavaScript of the specification that `Handlebars.template` takes. Throws what Handlebars throws for a text that does not parse. */
export function precompiled(text: string): string {
  return String(Handlebars.precompile(programOf(text), options));
}

export const compiled = (text: string): HandlebarsTemplateDelegate => Handlebars.compile(programOf(text), options);

const options = { noEscape: true, strict: true, knownHelpersOnly: false };

function programOf(text: string): hbs.AST.Program {
  const program = Handlebars.parse(text);
  new Escaping().accept(program);
  return program;
}

/**
 * Handlebars escapes for HTML. Here every `{{value}}` becomes `{{{markdown value}}}`, and the looked-up path is marked
 * strict, which Handlebars does by itself only for a path that stands alone.
 */
class Escaping extends Handlebars.Visitor {
  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    super.MustacheStatement(mustache);
    if (!(mustache as { escaped?: boolean }).escaped) return;
    const { path, params, hash, loc } = mustache;
    const isPath =
      path.type === "PathExpression" &&
      params.length === 0 &&
      !hash &&
      !called.has(String("original" in path ? path.original : ""));
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
