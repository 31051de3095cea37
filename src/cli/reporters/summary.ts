/** One line of counts: findings per severity, and what was examined. */
import type { LintReport } from "../../app/lint.ts";
import type { Diagnostic, Severity } from "../../core/diagnostic.ts";
import { onOneLine } from "../place.ts";

export function countBySeverity(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}

export function summaryOf({ diagnostics, found = diagnostics, examined, sizes, profile }: LintReport): string {
  const { error, warning, info } = countBySeverity(found);
  const rules = Object.entries(examined);
  const idle = rules.filter(([, number]) => number === 0).map(([rule]) => rule);
  const things = Object.entries(sizes).map(([kind, number]) => count(number, kind));
  const silent =
    idle.length === 0
      ? ""
      : `; ${count(idle.length, "rule")} examined nothing: ${idle.slice(0, 6).join(", ")}${idle.length > 6 ? ", …" : ""}`;
  const asked = `${things.join(", ") || "nothing"} with ${count(rules.length, "rule")}${profile ? `, profile ${onOneLine(profile)}` : ""}`;
  return `${count(error, "error")}, ${count(warning, "warning")}, ${count(info, "note")}; examined ${asked}${silent}.`;
}

/** What the report would stand on, in one line; nothing when the dossier could not be read. */
export function accountOf({ account }: LintReport): string | undefined {
  if (!account) return undefined;
  const { figures, facts } = account;
  return `Figures: ${figures.cited} cited, ${figures.computed} computed, ${figures.own} ours, ${figures.unsupported} without origin. Facts: ${facts.primary} read in primary texts, ${facts.excerpt} in excerpts, ${facts.secondary} in others' accounts; ${facts.verified} verified since.`;
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
