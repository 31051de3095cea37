/** YAML to plain values in which every scalar is text; the schema says later what it is. */
import { FAILSAFE_SCHEMA, load, YAMLException } from "js-yaml";
import type { Issue } from "./issue.ts";
import { codePoint, forbidden } from "./text.ts";

/** Deeper than any dossier needs, and far from what overflows a parser's stack. */
const deepest = 32;

export type Scalars = string | null | Scalars[] | { [key: string]: Scalars };

/** Parses `text`; `offset` is where it begins in its file. */
export function parseYaml(text: string, offset = 0): { value?: Scalars; issues: Issue[] } {
  const issue = (message: string, at: number, hint?: string): { issues: Issue[] } => ({
    issues: [
      { rule: "yaml-parses", message, ...(hint ? { hint } : {}), span: { start: offset + at, end: offset + at + 1 } },
    ],
  });
  const brackets = deepestBracket(text);
  if (brackets.depth > deepest)
    return issue(`Unexpected nesting of more than ${deepest} levels`, brackets.at, "Write it flatter.");
  try {
    const value = load(text, { schema: FAILSAFE_SCHEMA }) as Scalars;
    const shape = inspect(value);
    if (shape === "alias")
      return issue(
        "Unexpected alias, expected the value itself",
        aliasAt(text),
        "Write the value out; anchors and aliases are not part of the format.",
      );
    if (shape === "deep") return issue(`Unexpected nesting of more than ${deepest} levels`, 0, "Write it flatter.");
    const control = text.includes("\\") && !forbidden.test(text) ? escapedControl(value) : undefined;
    if (control) return { issues: [control] };
    return { value, issues: [] };
  } catch (error) {
    if (error instanceof YAMLException) return issue(sentence(error), error.mark?.position ?? 0, hintFor(error));
    if (error instanceof RangeError)
      return issue("Unexpected nesting that exhausts the parser", 0, "Write it flatter.");
    throw error;
  }
}

/** Flow brackets nest without indentation; this looks before a recursive parser does, and errs on the strict side. */
function deepestBracket(text: string): { depth: number; at: number } {
  let depth = 0;
  const worst = { depth: 0, at: 0 };
  for (let at = 0; at < text.length && worst.depth <= deepest; at++) {
    const character = text.charCodeAt(at);
    if (character === 0x5b || character === 0x7b) {
      if (++depth > worst.depth) Object.assign(worst, { depth, at });
    } else if ((character === 0x5d || character === 0x7d) && depth > 0) depth--;
    else if (character === 0x0a && text.charCodeAt(at + 1) > 0x20 && text[at + 1] !== "]" && text[at + 1] !== "}")
      depth = 0;
  }
  return worst;
}

/** An alias makes one object stand in two places. */
function inspect(value: Scalars, depth = 0, seen = new Set<object>()): "alias" | "deep" | undefined {
  if (value === null || typeof value !== "object") return undefined;
  if (seen.has(value)) return "alias";
  if (depth > deepest) return "deep";
  seen.add(value);
  for (const child of Array.isArray(value) ? value : Object.values(value)) {
    const found = inspect(child, depth + 1, seen);
    if (found) return found;
  }
  return undefined;
}

/** An escape such as `"\\uE000"` puts into a value what the file itself may not hold. */
function escapedControl(value: Scalars, path: readonly (string | number)[] = []): Issue | undefined {
  const issue = (text: string, place: Pick<Issue, "path" | "key">): Issue | undefined => {
    const control = forbidden.exec(text)?.[0];
    const message = `Unexpected control character ${control && codePoint(control)}, written as an escape`;
    return control === undefined ? undefined : { rule: "file-is-text", message, hint: "Delete the escape.", ...place };
  };
  if (typeof value === "string") return issue(value, { path });
  for (const [key, child] of Object.entries(value ?? {})) {
    const found =
      issue(key, { path, key }) ?? escapedControl(child, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found) return found;
  }
  return undefined;
}

const aliasAt = (text: string) => Math.max(0, text.search(/(?<=[\s:[,-])\*[\w-]+/));

const sentence = (error: YAMLException) =>
  `Unexpected YAML: ${error.reason}`.replace(/duplicated mapping key/, "the same key twice, expected it once");

function hintFor(error: YAMLException): string {
  if (/duplicated/.test(error.reason)) return "Delete one of the two.";
  if (/tab/.test(error.reason)) return "Indent with spaces; YAML allows no tabs.";
  if (/indentation|mapping|multiline key/.test(error.reason))
    return "Check the indentation, and quote text that holds “: ” or begins with a special character.";
  return "Check quotes, brackets and indentation here.";
}
