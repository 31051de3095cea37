/** Asks every rule, then applies severities and ignores; the result is data. */

import type { Severity } from "../core/diagnostic.ts";
import { escapePattern } from "../core/escape-pattern.ts";
import { entriesOf } from "../model/dossier.ts";
import type { Entry } from "../model/entry.ts";
import type { Problem } from "../model/problem.ts";
import { accountFigures, type FigureAccount, sumOf } from "./accounting.ts";
import { KeptAnswers, type Memory } from "./answers.ts";
import { type Ground, groundOf } from "./ground.ts";
import { applyIgnores, type Suppressed } from "./ignores.ts";
import type { EntryRule, LintInput, Report, Rule } from "./rule.ts";

export interface LintResult {
  readonly problems: readonly Problem[];
  /** What comments quieted, with their reasons. */
  readonly suppressed: readonly Suppressed[];
  /** How many things each rule looked at; a rule that examined nothing has 0. */
  readonly examined: ReadonlyMap<string, number>;
  /** What the figures of the dossier stand on. */
  readonly figures: FigureAccount;
}

/** With a `memory`, objects that are as they were are not asked about again. */
export function lint(input: LintInput, rules: readonly Rule[], memory?: Memory): LintResult {
  const problems: Problem[] = [];
  const reporter =
    (rule: Rule): Report =>
    (place, message, more = {}) => {
      const severity = severityOf(rule, place.source.path, input);
      if (severity !== "off") problems.push({ rule: rule.id, severity, place, message, ...more });
    };
  const examined = new Map<string, number>();
  for (const rule of rules) examined.set(rule.id, "check" in rule ? rule.check(input, reporter(rule)) : 0);

  const ground = groundOf(input);
  const ofEntries = rules
    .filter((rule) => "checkEntry" in rule)
    .map((rule) => ({ rule, report: reporter(rule), sum: 0 }));
  const kept =
    memory &&
    new KeptAnswers(
      memory,
      ground,
      ofEntries.map(({ rule }) => rule.id),
    );
  const accounts: FigureAccount[] = [];
  const ofKind = new Map<string, typeof ofEntries>();
  for (const entry of entriesOf(input.dossier)) {
    const fitting = ofKind.get(entry.kind) ?? ofEntries.filter(({ rule }) => rule.kinds?.includes(entry.kind) ?? true);
    ofKind.set(entry.kind, fitting);
    const known = kept?.get(entry);
    const counts: (number | null)[] = [];
    for (const [at, asked] of fitting.entries()) {
      const before = known?.counts[at] ?? undefined;
      const answer =
        before === undefined ? ask(asked.rule, entry, ground, asked.report) : { count: before, silent: true };
      asked.sum += answer.count;
      // An answer that reported something is given anew each time, so that its findings need not be kept.
      counts.push(answer.silent ? answer.count : null);
    }
    const figures = known?.figures ?? accountFigures(entry, ground);
    if (!known) kept?.set(entry, { counts, figures });
    accounts.push(figures);
  }
  for (const { rule, sum } of ofEntries) examined.set(rule.id, sum);
  const { kept: shown, suppressed } = applyIgnores(problems, input.dossier, rules);
  return { problems: shown, suppressed, examined, figures: sumOf(accounts) };
}

/** How many things a rule examined in one object, and whether it found nothing to report. */
function ask(rule: EntryRule, entry: Entry, ground: Ground, report: Report): { count: number; silent: boolean } {
  let silent = true;
  const count = rule.checkEntry(entry, ground, (...said) => {
    silent = false;
    report(...said);
  });
  return { count, silent };
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
    .map((part) => (part.startsWith("**") ? ".*" : part === "*" ? "[^/]*" : escapePattern(part)));
  return new RegExp(`^${pattern.join("")}$`).test(file);
}
