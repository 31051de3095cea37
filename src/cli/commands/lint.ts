/** `dossier lint` */
import { InvalidArgumentError, Option } from "commander";
import type { LintReport } from "../../app/lint.ts";
import type { Severity } from "../../core/diagnostic.ts";
import { UserError } from "../../core/user-error.ts";
import type { Machine } from "../../host/machine.ts";
import type { Command } from "../command.ts";
import { withProject } from "../open.ts";
import { reporterNames } from "../reporters/names.ts";

interface Options {
  readonly profile?: string;
  readonly format?: string;
  readonly failOn: Severity | "never";
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly fix?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

/** A fix can uncover another; more rounds than this mean that two rules disagree. */
const rounds = 5;

const count = (value: string): number => {
  if (/^\d+$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Expected a whole number.");
};

export const lintCommand: Command = {
  name: "lint",
  summary: "check coverage, citations, numbers and quality standards",
  examples: [
    "dossier lint",
    "dossier lint --profile final",
    "dossier lint --fix",
    "dossier lint --format sarif > dossier.sarif",
    "dossier lint --baseline research.baseline.json --update-baseline",
  ],
  define: (command) =>
    command
      .option("-p, --profile <name>", "standards to check against (default: `profile` in dossier.yaml)")
      .addOption(
        new Option("-f, --format <format>", "how to report; github under GITHUB_ACTIONS, otherwise text").choices([
          ...reporterNames,
        ]),
      )
      .addOption(
        new Option("--fail-on <severity>", "exit 1 from this severity on")
          .choices(["error", "warning", "info", "never"])
          .default("error"),
      )
      .option("--max-warnings <n>", "exit 1 when there are more warnings", count)
      .option("-q, --quiet", "report errors only")
      .option("--fix", "mend what can be mended mechanically, then check")
      .option("--baseline <file>", "leave out findings that this file knows")
      .option("--update-baseline", "write the findings of now into the baseline")
      .action(async (options: Options) => {
        if (options.updateBaseline && !options.baseline)
          throw new UserError(
            "--update-baseline needs --baseline <file>.",
            "Say where the baseline is: --baseline research.baseline.json.",
          );
        await withProject(command, async (host) => {
          const [found, { errorsOf }] = await Promise.all([lintAndMend(host, options), import("../../app/lint.ts")]);
          host.progress.done();
          if (options.updateBaseline && options.baseline) {
            const { writeBaseline } = await import("../../app/baseline.ts");
            process.stdout.write(
              `Wrote ${await writeBaseline(found.diagnostics, options.baseline, host)} findings to ${options.baseline}.\n`,
            );
            return;
          }
          const report = options.baseline
            ? (await import("../../app/baseline.ts")).withBaseline(found, options.baseline, host)
            : found;
          const shown = options.quiet ? errorsOf(report) : report;
          const { reporterFor } = await import("../reporters/index.ts");
          const onGitHub = host.env("GITHUB_ACTIONS") === "true";
          const print = await reporterFor(options.format ?? (onGitHub ? "github" : "text"));
          process.stdout.write(print(shown, host));
          const summary = onGitHub ? host.env("GITHUB_STEP_SUMMARY") : undefined;
          if (summary) {
            const [{ append }, markdown] = await Promise.all([import("../../host/append.ts"), reporterFor("markdown")]);
            append(summary, markdown(shown, host));
          }
          process.exitCode = exitCode(
            report.diagnostics.map(({ severity }) => severity),
            options,
          );
        });
      }),
};

async function lintAndMend(host: Machine, { profile, fix }: Options): Promise<LintReport> {
  const { lintReport } = await import("../../app/lint.ts");
  const lint = () => lintReport(host, profile ? { profile } : {});
  let report = await lint();
  for (let round = 0; fix && round < rounds && report.diagnostics.some((one) => one.fix); round++) {
    const { applyFixes } = await import("../../app/fix.ts");
    const { fixed } = await applyFixes(report.diagnostics, host);
    const { onOneLine } = await import("../place.ts");
    for (const [file, number] of Object.entries(fixed))
      process.stderr.write(`Mended ${onOneLine(file)} (${number}).\n`);
    report = await lint();
  }
  return report;
}

const order = { error: 3, warning: 2, info: 1, never: 4 } as const;

function exitCode(severities: readonly Severity[], { failOn, maxWarnings }: Options): number {
  const warnings = severities.filter((severity) => severity === "warning").length;
  if (maxWarnings !== undefined && warnings > maxWarnings) return 1;
  return severities.some((severity) => order[severity] >= order[failOn]) ? 1 : 0;
}
