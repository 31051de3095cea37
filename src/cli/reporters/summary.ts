/** One line of counts: findings per severity, and what was examined. */
import type { Checked } from "../../app/check.ts";
import type { Diagnostic, Severity } from "../../core/diagnostic.ts";

export function countBySeverity(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}

export function summaryOf({ diagnostics, examined, dossier, standards }: Checked): string {
  const { error, warning, info } = countBySeverity(diagnostics);
  const idle = [...examined].filter(([, count]) => count === 0).map(([rule]) => rule);
  const things = dossier
    ? `${count(dossier.sources.size, "source")}, ${count(dossier.findings.size, "finding")}, ${count(dossier.cases.size, "case")}, ${count(dossier.recommendations.size, "recommendation")}`
    : "nothing";
  const silent = idle.length === 0 ? "" : `; ${count(idle.length, "rule")} examined nothing: ${idle.slice(0, 6).join(", ")}${idle.length > 6 ? ", …" : ""}`;
  return `${count(error, "error")}, ${count(warning, "warning")}, ${count(info, "note")}; examined ${things} with ${count(examined.size, "rule")}${standards ? `, profile ${standards.profile}` : ""}${silent}.`;
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
