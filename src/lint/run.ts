/** Asks every rule, then applies severities and ignores; the result is data. */
import type { Severity } from "../core/diagnostic.ts";
import type { Problem } from "../model/problem.ts";
import { applyIgnores, type Suppressed } from "./ignores.ts";
import type { LintInput, Rule } from "./rule.ts";

export interface LintResult {
  readonly problems: readonly Problem[];
  /** What comments quieted, with their reasons. */
  readonly suppressed: readonly Suppressed[];
  /** How many things each rule looked at; a rule that examined nothing has 0. */
  readonly examined: ReadonlyMap<string, number>;
}

export function lint(input: LintInput, rules: readonly Rule[]): LintResult {
  const problems: Problem[] = [];
  const examined = new Map<string, number>();
  for (const rule of rules) {
    const count = rule.check(input, (place, message, more = {}) => {
      const severity = severityOf(rule, place.source.path, input);
      if (severity !== "off") problems.push({ rule: rule.id, severity, place, message, ...more });
    });
    examined.set(rule.id, count);
  }
  const { kept, suppressed } = applyIgnores(problems, input.dossier, rules);
  return { problems: kept, suppressed, examined };
}

/** The last matching entry of `severities` wins, then the profile's, then the rule's own. */
function severityOf(rule: Rule, file: string, { dossier, standards }: LintInput): Severity | "off" {
  const changes = dossier.config.data.severities ?? [];
  const change = changes.findLast(
    ({ rule: id, path }) => id === rule.id && (path === undefined || matches(path, file)),
  );
  return change?.severity ?? standards.severities[rule.id] ?? rule.severity;
}

/** `*` stands for anything within a folder, `**` across folders. */
function matches(glob: string, file: string): boolean {
  const pattern = glob
    .split(/(\*\*\/?|\*)/)
    .map((part) =>
      part.startsWith("**") ? ".*" : part === "*" ? "[^/]*" : part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"),
    );
  return new RegExp(`^${pattern.join("")}$`).test(file);
}
