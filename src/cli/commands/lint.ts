/** `dossier lint` */
import { Option } from "commander";
import type { Severity } from "../../core/diagnostic.ts";
import type { Command } from "../command.ts";
import { withProject } from "../open.ts";
import { reporterNames } from "../reporters/names.ts";

interface Options {
  readonly profile?: string;
  readonly format?: string;
  readonly failOn: Severity | "never";
  readonly maxWarnings?: string;
  readonly quiet?: boolean;
}

export const lintCommand: Command = {
  name: "lint",
  summary: "check coverage, citations, numbers and quality standards",
  examples: ["dossier lint", "dossier lint --profile final", "dossier lint --format json > findings.json"],
  define: (command) =>
    command
      .option("-p, --profile <name>", "standards to check against (default: `profile` in dossier.yaml)")
      .addOption(new Option("-f, --format <format>", "how to report").choices([...reporterNames]))
      .addOption(new Option("--fail-on <severity>", "exit 1 from this severity on").choices(["error", "warning", "info", "never"]).default("error"))
      .option("--max-warnings <n>", "exit 1 when there are more warnings")
      .option("-q, --quiet", "report errors only")
      .action(async (options: Options) => {
        await withProject(command, async (host) => {
          const [{ lintReport }, { reporterFor }] = await Promise.all([import("../../app/lint.ts"), import("../reporters/index.ts")]);
          const report = await lintReport(host, options.profile ? { profile: options.profile } : {});
          const shown = options.quiet ? report.diagnostics.filter(({ severity }) => severity === "error") : report.diagnostics;
          host.progress.done();
          const print = await reporterFor(options.format);
          process.stdout.write(print({ ...report, diagnostics: shown }, host));
          process.exitCode = exitCode(report.diagnostics.map(({ severity }) => severity), options);
        });
      }),
};

const order = { error: 3, warning: 2, info: 1, never: 4 } as const;

function exitCode(severities: readonly Severity[], { failOn, maxWarnings }: Options): number {
  const warnings = severities.filter((severity) => severity === "warning").length;
  if (maxWarnings !== undefined && warnings > Number(maxWarnings)) return 1;
  return severities.some((severity) => order[severity] >= order[failOn]) ? 1 : 0;
}
