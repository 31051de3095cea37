/** A baseline: findings that are known already, so that only new ones count. */
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Host } from "../core/host.ts";
import { UserError } from "../core/user-error.ts";
import { fingerprints } from "./fingerprint.ts";
import type { LintReport } from "./lint.ts";

interface Baseline {
  readonly version: 1;
  /** Rule and file stand beside each fingerprint so that people can read the file. */
  readonly findings: readonly { readonly fingerprint: string; readonly rule: string; readonly file: string }[];
}

/** The report with known findings set apart. Throws UserError when the file is missing or is no baseline. */
export function withBaseline(report: LintReport, path: string, host: Pick<Host, "files">): LintReport {
  const known = new Set(read(path, host).findings.map(({ fingerprint }) => fingerprint));
  const marks = fingerprints(report.diagnostics, host);
  const of = (wanted: boolean) => report.diagnostics.filter((_, index) => known.has(marks[index] ?? "") === wanted);
  return { ...report, diagnostics: of(false), known: of(true) };
}

/** Writes every finding of now; returns how many. */
export async function writeBaseline(
  diagnostics: readonly Diagnostic[],
  path: string,
  host: Pick<Host, "files">,
): Promise<number> {
  const marks = fingerprints(diagnostics, host);
  const findings = diagnostics.map(({ rule, file }, index) => ({ fingerprint: marks[index] ?? "", rule, file }));
  findings.sort((a, b) => (`${a.file} ${a.rule} ${a.fingerprint}` < `${b.file} ${b.rule} ${b.fingerprint}` ? -1 : 1));
  await host.files.write(path, `${JSON.stringify({ version: 1, findings } satisfies Baseline, null, 2)}\n`);
  return findings.length;
}

function read(path: string, { files }: Pick<Host, "files">): Baseline {
  const bytes = files.read(path);
  if (!bytes)
    throw new UserError(
      `There is no baseline ${path}.`,
      `Write one: \`dossier lint --baseline ${path} --update-baseline\`.`,
    );
  const wrong = new UserError(
    `${path} is not a baseline of this version of dossier.`,
    "Write it again with --update-baseline.",
  );
  try {
    const found = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Baseline> | null;
    if (found?.version !== 1 || !Array.isArray(found.findings)) throw wrong;
    return found as Baseline;
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong;
    throw error;
  }
}
