/** `lint` as data: what was found, what was examined, and the size of what it was found in. */
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Host } from "../core/host.ts";
import { accountFacts, type FactAccount, type FigureAccount } from "../lint/accounting.ts";
import type { Checked, CheckOptions, SuppressedDiagnostic } from "./check.ts";
import { remember } from "./memo.ts";

export interface LintReport {
  readonly profile: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** All that was found, where `diagnostics` are only those to show. */
  readonly found?: readonly Diagnostic[];
  /** Findings that a comment quiets, each with the reason. */
  readonly suppressed: readonly SuppressedDiagnostic[];
  /** Findings that a baseline already knows; they are not among the diagnostics. */
  readonly known?: readonly Diagnostic[];
  /** How many things each rule looked at. */
  readonly examined: Readonly<Record<string, number>>;
  /** Objects of each kind; empty when `dossier.yaml` can't be read. */
  readonly sizes: Readonly<Record<string, number>>;
  /** What the figures and the cited facts stand on. */
  readonly account?: { readonly figures: FigureAccount; readonly facts: FactAccount };
}

/** The same with the errors alone to show. */
export function errorsOf<T extends LintReport>(report: T): T {
  const errors = report.diagnostics.filter(({ severity }) => severity === "error");
  return { ...report, diagnostics: errors, found: report.diagnostics };
}

export async function lintReport(machine: Host, options: CheckOptions): Promise<LintReport> {
  const { value } = await remember(machine, "lint", options, async (host) => {
    const [{ check }, { rules }] = await Promise.all([import("./check.ts"), import("../lint/rules/index.ts")]);
    return { value: reportOf(await check(host, rules, options)), expected: {} };
  });
  return value;
}

export function reportOf({ standards, diagnostics, suppressed, examined, figures, dossier }: Checked): LintReport {
  const sizes = dossier && {
    source: dossier.sources.size,
    finding: dossier.findings.size,
    case: dossier.cases.size,
    recommendation: dossier.recommendations.size,
  };
  const account = dossier && figures && { figures, facts: accountFacts(dossier) };
  return {
    profile: standards?.profile,
    diagnostics,
    suppressed,
    examined: Object.fromEntries(examined),
    sizes: sizes ?? {},
    ...(account ? { account } : {}),
  };
}
