/** `dossier build` */
import { didYouMean } from "../../core/suggest.ts";
import { UserError } from "../../core/user-error.ts";
import { type FormatName, formatNames } from "../../emit/index.ts";
import type { Machine } from "../../host/machine.ts";
import type { Command } from "../command.ts";
import { withProject } from "../open.ts";

interface Options {
  readonly profile?: string;
  readonly check?: boolean;
  readonly draft?: boolean;
  readonly out?: string;
  readonly format?: readonly FormatName[];
  readonly watch?: boolean;
}

export const buildCommand: Command = {
  name: "build",
  summary: "check research/ and build the report from it",
  examples: [
    "dossier build",
    "dossier build --check",
    "dossier build --draft --out output/draft.md",
    "dossier build --format md,html,pdf,docx",
  ],
  define: (command) =>
    command
      .option("-p, --profile <name>", "standards that must hold (default: `profile` in dossier.yaml)")
      .option("--check", "write nothing; exit 1 if the report on disk is out of date")
      .option("--draft", "build in spite of errors and say so in the result")
      .option("-o, --out <path>", "where to write the report instead of `deliverable`")
      .option(
        "-f, --format <names>",
        `formats, separated by commas: ${formatNames.join(", ")} (default: \`formats\` in dossier.yaml, or md)`,
        readFormats,
      )
      .option("-w, --watch", "build again whenever research/ or templates/ change")
      .action(async (options: Options) => {
        if (options.watch && options.check)
          throw new UserError("--watch and --check exclude each other.", "Use one of them.");
        await withProject(command, async (host) => {
          if (!options.watch) {
            process.exitCode = await buildOnce(host, options);
            return;
          }
          const [{ attempt, following }, { reportFolders }] = await Promise.all([
            import("../following.ts"),
            import("../../app/report-folders.ts"),
          ]);
          await attempt(host, () => buildOnce(host, options));
          const folders = await reportFolders(host);
          process.stderr.write(`Watching ${folders.join("/ and ")}/; stop with Ctrl-C.\n`);
          await following(host, folders, () => buildOnce(host, options));
        });
      }),
};

function readFormats(text: string): FormatName[] {
  const names = [...new Set(text.split(",").map((name) => name.trim()))];
  const unknown = names.find((name) => !formatNames.includes(name as FormatName));
  if (unknown !== undefined)
    throw new UserError(
      `Unknown format “${unknown}”, expected one of ${formatNames.join(", ")}.`,
      didYouMean(unknown, formatNames),
    );
  return names as FormatName[];
}

async function buildOnce(host: Machine, options: Options): Promise<number> {
  const [{ build }, { errorsOf }] = await Promise.all([import("../../app/build.ts"), import("../../app/lint.ts")]);
  const { profile, draft, out, format: formats } = options;
  const result = await build(
    host,
    {
      ...(profile ? { profile } : {}),
      ...(draft ? { draft } : {}),
      ...(out ? { out } : {}),
      ...(formats ? { formats } : {}),
    },
    options.check ?? false,
  );
  host.progress.done();
  const errors = errorsOf(result);
  if (errors.diagnostics.length > 0) {
    const { text } = await import("../reporters/text.ts");
    process.stderr.write(text(errors, host));
  }
  const files = Object.keys(result.outputs).length;
  if (files === 0) {
    process.stderr.write("Nothing was written: the report is as it was.\n");
    return 1;
  }
  const size = `${result.references} references, ${result.pictures} figures and listings`;
  if (options.check) {
    const { onOneLine } = await import("../place.ts");
    const stale = result.stale.length === 0;
    process.stdout.write(
      stale
        ? "The report is up to date.\n"
        : `Out of date: ${onOneLine(result.stale.join(", "))}. Run \`dossier build\`.\n`,
    );
    return stale ? 0 : 1;
  }
  process.stdout.write(
    result.stale.length === 0 ? `Unchanged: ${size}.\n` : `Wrote ${result.stale.length} of ${files} files: ${size}.\n`,
  );
  return 0;
}
