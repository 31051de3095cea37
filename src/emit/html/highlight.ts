/** Code to runs of words with a class each; the page's style sheet has a colour for every class, by day and by night. */
import type { ElementContent } from "hast";
import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import { digest } from "../../core/digest.ts";
import type { Cache } from "../../core/host.ts";

/** Changes when the same code would be coloured in another way. */
const version = "1";

/** Code and its language to the inside of a `code` element. */
export type Highlight = (code: string, language: string) => ElementContent[];

const aliases: Readonly<Record<string, string>> = {
  ts: "typescript",
  yml: "yaml",
  sh: "bash",
  shell: "bash",
  py: "python",
  promql: "sql",
};

let opened: Promise<Highlight> | undefined;

/** Colours the code of one text; the highlighter is loaded when some of it is new. */
export async function highlighting(text: Root, cache: Cache): Promise<Highlight> {
  const known = new Map<string, ElementContent[]>();
  const keyOf = (code: string, language: string) => digest(version, language, code);
  const codes: [code: string, language: string][] = [];
  visit(text, "code", ({ value, lang }) => void codes.push([value, lang ?? ""]));
  for (const [code, language] of codes) {
    const key = keyOf(code, language);
    const kept = cache.get("code", key);
    const coloured = kept ? (JSON.parse(kept) as ElementContent[]) : (await (opened ??= load()))(code, language);
    if (!kept) cache.set("code", key, JSON.stringify(coloured));
    known.set(key, coloured);
  }
  return (code, language) => known.get(keyOf(code, language)) ?? [{ type: "text", value: code }];
}

/** shiki with its JavaScript engine and the languages that reports have; others stay plain. */
async function load(): Promise<Highlight> {
  const [{ createCssVariablesTheme, createHighlighterCore }, { createJavaScriptRegexEngine }, ...grammars] =
    await Promise.all([
      import("shiki/core"),
      import("shiki/engine/javascript"),
      import("shiki/langs/typescript.mjs"),
      import("shiki/langs/yaml.mjs"),
      import("shiki/langs/sql.mjs"),
      import("shiki/langs/json.mjs"),
      import("shiki/langs/bash.mjs"),
      import("shiki/langs/python.mjs"),
    ]);
  const theme = createCssVariablesTheme({ name: "variables", variablePrefix: "--", fontStyle: false });
  const shiki = await createHighlighterCore({
    themes: [theme],
    langs: grammars.map((grammar) => grammar.default),
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const known = new Set(shiki.getLoadedLanguages());
  return (code, language) => {
    const name = aliases[language] ?? language;
    if (!known.has(name)) return [{ type: "text", value: code }];
    // No limit by the clock: on a busy machine it would give another page.
    const lines = shiki.codeToTokensBase(code, {
      lang: name,
      theme: "variables",
      tokenizeMaxLineLength: 2000,
      tokenizeTimeLimit: 0,
    });
    return lines.flatMap((tokens, index): ElementContent[] => [
      ...tokens.map(({ content, color }) => run(content, /^var\(--token-([a-z-]+)\)$/.exec(color ?? "")?.[1])),
      ...(index < lines.length - 1 ? [{ type: "text", value: "\n" } as const] : []),
    ]);
  };
}

const run = (value: string, kind: string | undefined): ElementContent =>
  kind === undefined
    ? { type: "text", value }
    : {
        type: "element",
        tagName: "span",
        properties: { className: [`t-${kind}`] },
        children: [{ type: "text", value }],
      };
