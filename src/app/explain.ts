/** What a rule asks, why, and how it looks when it is met and when it is not: read from the rule itself. */
import type { Severity } from "../core/diagnostic.ts";
import { didYouMean } from "../core/suggest.ts";
import { UserError } from "../core/user-error.ts";
import { exampleFiles, marks } from "../lint/example.ts";
import { ignoreRules } from "../lint/ignores.ts";
import type { Example, Family, Rule } from "../lint/rule.ts";
import { rules } from "../lint/rules/index.ts";
import { thresholds } from "../lint/thresholds.ts";
import { loadRules } from "../load/issue.ts";

export interface Excerpt {
  /** Path below `research/`. */
  readonly file: string;
  /** As in the file; `…` stands for what is left out. */
  readonly lines: readonly string[];
  /** The reported stretch of one of the lines, as indices; in a bad example only. */
  readonly mark?: { readonly line: number; readonly start: number; readonly end: number };
}

export interface Explanation {
  readonly id: string;
  readonly family: Family | "files";
  readonly severity: Severity;
  readonly summary: string;
  readonly why?: string;
  readonly limits?: string;
  /** Name to meaning. */
  readonly thresholds: Readonly<Record<string, string>>;
  readonly good?: Excerpt;
  readonly bad?: Excerpt;
  /** What the profiles of the two examples set. */
  readonly settings: { readonly good?: string; readonly bad?: string };
}

/** Checks that are no rule of their own file: they can't be turned off. */
const fixed: Readonly<Record<string, string>> = {
  ...loadRules,
  ...ignoreRules,
  "model-computes": "Every model can be computed: units fit, names exist, nothing runs in a circle, checks hold.",
  "diagram-parses": "Every diagram is one that Mermaid can read.",
  "diagram-renders": "Every diagram can be drawn: it is not too large, ends in time, and holds no image or script.",
  "template-renders": "Every template names only what there is.",
};

const around = 3;

export const ruleIds = (): string[] => [...rules.map(({ id }) => id), ...Object.keys(fixed)].sort();

/** Throws UserError for a rule that does not exist. */
export function explain(id: string): Explanation {
  const rule = rules.find((one) => one.id === id);
  if (rule) return explanationOf(rule);
  const summary = Object.hasOwn(fixed, id) ? fixed[id] : undefined;
  if (summary === undefined)
    throw new UserError(`There is no rule “${id}”.`, didYouMean(id, ruleIds()) ?? "`dossier explain` lists the rules.");
  return {
    id,
    family: "files",
    severity: id === "ignore-is-used" ? "warning" : "error",
    summary,
    thresholds: {},
    settings: {},
  };
}

export const explainAll = (): Explanation[] => ruleIds().map(explain);

function explanationOf(rule: Rule): Explanation {
  const { id, family, severity, summary, why, limits, thresholds: names = [], good, bad } = rule;
  const marked = Object.entries(bad.files).find(([, text]) => text.includes(marks.open));
  const meanings: Readonly<Record<string, string>> = thresholds;
  return {
    id,
    family,
    severity,
    summary,
    why,
    ...(limits ? { limits } : {}),
    thresholds: Object.fromEntries(names.map((name) => [name, meanings[name] ?? ""])),
    ...(marked ? excerpts(marked[0], marked[1], good) : {}),
    settings: {
      ...(settingOf(bad) ? { bad: settingOf(bad) } : {}),
      ...(settingOf(good) ? { good: settingOf(good) } : {}),
    },
  };
}

/** As it would stand in the profile. */
function settingOf({ thresholds: numbers, requires }: Example): string | undefined {
  const lines = Object.entries({ ...numbers, ...requires }).map(
    ([name, value]) => `${name}: ${Array.isArray(value) ? `[${value.join(", ")}]` : value}`,
  );
  return lines.length > 0 ? lines.join(", ") : undefined;
}

function excerpts(file: string, bad: string, good: Example): Pick<Explanation, "good" | "bad"> {
  const start = bad.indexOf(marks.open);
  const end = bad.indexOf(marks.close) - marks.open.length;
  const text = bad.replace(marks.open, "").replace(marks.close, "");
  const line = text.slice(0, start).split("\n").length - 1;
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  const lines = text.split("\n");
  const width = Math.min(end - start, (lines[line] ?? "").length - column);
  const { shown, before } = stretch(lines, line - around, line + around);
  const mark = { line: line - before, start: column, end: column + Math.max(1, width) };
  // The good example shows the same place; where it says something else, that is the place.
  const path = nearestFile(file, good);
  const rows = (good.files[path] ?? exampleFiles[path] ?? "").split("\n");
  const differs = path === file ? rows.findIndex((row, index) => row !== lines[index]) : 0;
  const first = (differs < 0 ? line : differs) - around + 1;
  return {
    bad: { file, lines: shown, mark },
    good: { file: path, lines: stretch(rows, first, first + 2 * around).shown },
  };
}

/** Some lines of a file with its opening: front matter without its `---` would be no front matter. */
function stretch(all: readonly string[], from: number, to: number): { shown: string[]; before: number } {
  const rows = all.at(-1) === "" ? all.slice(0, -1) : all;
  // The lines of the front matter, or none: a stretch of the body needs no opening.
  const front = rows[0] === "---" ? rows.indexOf("---", 1) : -1;
  const start = Math.max(from, from <= front ? 1 : 0);
  const opening = [...(start > 0 && start <= front ? ["---"] : []), ...(start > (start <= front ? 1 : 0) ? ["…"] : [])];
  const left = start - opening.length;
  return { shown: [...opening, ...rows.slice(start, to), ...(to < rows.length ? ["…"] : [])], before: left };
}

/** The file of the good example that corresponds to one of the bad example. */
function nearestFile(file: string, good: Example): string {
  const known = [...Object.keys(good.files), ...Object.keys(exampleFiles)];
  const [top = "", name = ""] = [file.split("/")[0], file.split("/").at(-1)];
  const folder = known.filter((path) => path.startsWith(`${top}/`));
  const ending = file.slice(file.lastIndexOf("."));
  return (
    known.find((path) => path === file) ??
    folder.find((path) => path.endsWith(`/${name}`)) ??
    folder.find((path) => path.endsWith(ending)) ??
    known.find((path) => path.endsWith(ending)) ??
    "dossier.yaml"
  );
}
