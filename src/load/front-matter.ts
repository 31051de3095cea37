/** A Markdown file to its front matter and its body; only YAML between two lines `---` is accepted. */
import matter from "gray-matter";
import type { Issue } from "./issue.ts";
import { parseYaml, type Scalars } from "./yaml.ts";

export interface SplitFile {
  readonly value?: Scalars;
  readonly body: string;
  /** Offset of the body in the file. */
  readonly bodyStart: number;
  readonly issues: readonly Issue[];
}

const refuse = { parse: () => Object.create(null), stringify: () => "" };

/** gray-matter executes `---js` front matter by default: its engines are replaced, and no such file reaches it. */
const engines = { js: refuse, javascript: refuse, json: refuse, coffee: refuse, cson: refuse, toml: refuse };

export function splitFrontMatter(text: string): SplitFile {
  const nothing = (message: string, end: number, hint: string, start = 0): SplitFile => ({
    body: text,
    bodyStart: 0,
    issues: [{ rule: "front-matter-is-yaml", message, hint, span: { start, end } }],
  });
  const opening = /^---[^\n]*/.exec(text)?.[0];
  if (opening === undefined)
    return nothing(
      "Unexpected text, expected front matter",
      text.indexOf("\n"),
      "Begin the file with a line `---`, the fields, and a line `---`.",
    );
  if (opening.trimEnd() !== "---")
    return nothing(
      `Unexpected front matter language “${opening.slice(3).trim()}”, expected YAML`,
      opening.length,
      "Write the opening line as `---` alone.",
    );
  const closing = /(?<=\n)---[^\n]*/.exec(text);
  if (!closing)
    return nothing(
      "Unexpected end of file, expected the line `---` that closes the front matter",
      3,
      "Add a line `---` behind the last field.",
    );
  // Where gray-matter ends the fields, whatever follows on the line.
  if (closing[0].trimEnd() !== "---")
    return nothing(
      `Unexpected “${closing[0].trimEnd().slice(0, 40)}”, expected the line \`---\` that closes the front matter`,
      closing.index + closing[0].length,
      "Write the closing line as `---` alone; indent a line of a field that begins with `---`.",
      closing.index,
    );
  let parsed: ReturnType<typeof parseYaml> = { issues: [] };
  const yaml = {
    parse: (fields: string) => {
      parsed = parseYaml(fields, 3); // the fields follow the opening `---`
      return Object.create(null);
    },
    stringify: () => "",
  };
  // Options of its own keep gray-matter from its cache, which answers `{}` the second time for a file that failed.
  const { content } = matter(text, { engines: { ...engines, yaml }, language: "yaml" });
  return {
    ...(parsed.value === undefined ? {} : { value: parsed.value }),
    body: content,
    bodyStart: text.length - content.length,
    issues: parsed.issues,
  };
}
