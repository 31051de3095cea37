/** CSL-YAML: the `references:` of Pandoc. */
import type { CslItem } from "../csl-item.ts";
import type { Format, ReadProblem, ReadRecord } from "../format.ts";

/** Deeper nesting is no reference, and could exhaust the parser's stack. */
const deepest = 100;

export const cslYaml: Format = {
  id: "csl-yaml",
  title: "CSL-YAML",
  extensions: ["yaml", "yml"],
  detect: (text) => /^(?:\ufeff?---\s*$|references:|- (?:id|type|title|author|issued):)/m.test(text),
  async read(text) {
    const { FAILSAFE_SCHEMA, YAMLException, load } = await import("js-yaml");
    const records: ReadRecord[] = [];
    const problems: ReadProblem[] = [];
    for (const { yaml, line } of itemsOf(text.replace(/^\ufeff/, ""))) {
      try {
        if (depthOf(yaml) > deepest) throw new Error(`Unexpected depth of brackets, expected at most ${deepest}`);
        const [item] = load(yaml, { schema: FAILSAFE_SCHEMA }) as unknown[];
        if (typeof item !== "object" || item === null || Array.isArray(item))
          throw new Error("Unexpected value, expected a CSL item");
        if (standsTwice(item)) throw new Error("Unexpected alias, expected the value itself");
        const { id, type } = item as Record<string, unknown>;
        const named = {
          ...item,
          id: typeof id === "string" ? id : "",
          type: typeof type === "string" ? type : "document",
        };
        records.push({ item: named as CslItem, line, lost: [] });
      } catch (error) {
        const within = error instanceof YAMLException ? (error.mark?.line ?? 0) : 0;
        const said =
          error instanceof YAMLException
            ? `Unexpected YAML: ${error.reason}`
            : error instanceof Error
              ? error.message
              : String(error);
        problems.push({ line: line + within, message: said.slice(0, 200) });
      }
    }
    if (records.length + problems.length === 0)
      problems.push({ line: 1, message: "Unexpected text, expected a list of references" });
    return { records, problems };
  },
};

/** The items of the first block list; each is read alone, so that one broken item spoils no other. */
function* itemsOf(text: string): Generator<{ readonly yaml: string; readonly line: number }> {
  const lines = text.split(/\r\n|\r|\n/);
  const list = lines.findIndex((line) => /^\s*references:\s*$/.test(line));
  const first = lines.findIndex((line, at) => at > list && /^ *- /.test(line));
  if (first < 0) return;
  const indent = /^ */.exec(lines[first] as string)?.[0] as string;
  let start = first;
  for (let at = first + 1; at <= lines.length; at += 1) {
    const line = lines[at];
    const next = line?.startsWith(`${indent}- `) || line === `${indent}-`;
    const ends =
      line === undefined ||
      /^(?:---|\.\.\.)\s*$/.test(line) ||
      (/\S/.test(line) &&
        !line.startsWith(`${indent} `) &&
        !line.startsWith(`${indent}\t`) &&
        !line.trimStart().startsWith("#"));
    if (!next && !ends) continue;
    yield { yaml: lines.slice(start, at).join("\n"), line: start + 1 };
    if (!next) return;
    start = at;
  }
}

/** An alias makes one object stand in two places; a few lines of them would be written as megabytes. */
function standsTwice(value: unknown, seen = new Set<object>()): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (seen.has(value)) return true;
  seen.add(value);
  return Object.values(value).some((child) => standsTwice(child, seen));
}

/** Nesting of brackets, strings counted too: more than real items have. */
function depthOf(yaml: string): number {
  let depth = 0;
  let most = 0;
  for (const char of yaml) {
    if (char === "[" || char === "{") depth += 1;
    else if (char === "]" || char === "}") depth = Math.max(0, depth - 1);
    most = Math.max(most, depth);
  }
  return most;
}
