/** `dossier build` */
import { UserError } from "../../core/user-error.ts";
import type { Machine } from "../../host/machine.ts";
import type { Command } from "../command.ts";
import { withProject } from "../open.ts";

interface Options {
  readonly profile?: string;
  readonly check?: boolean;
  readonly draft?: boolean;
  readonly out?: string;
  readonly watch?: boolean;
}

export const buildCommand: Command = {
  name: "build",
  summary: "check research/ and build the report from it",
  examples: ["dossier build", "dossier build --check", "dossier build --draft --out output/draft.md"],
  define: (command) =>
    command
      .option("-p, --profile <name>", "standards that must hold (default: `profile` in dossier.yaml)")
      .option("--check", "write nothing; exit 1 if the report on disk is out of date")
      .option("--draft", "build in spite of errors and say so in the result")
      .option("-o, --out <path>", "where to write the report instead of `deliverable`")
      .option("-w, --watch", "build again whenever research/ or templates/ change")
      .action(async (options: Options) => {
        if (options.watch && options.check) throw new UserError("--watch and --check exclude each other.", "Use one of them.");
        await withProject(command, async (host) => {
          process.exitCode = await buildOnce(host, options);
          if (!options.watch) return;
          const { watch } = await import("../../host/watch.ts");
          process.stderr.write("Watching research/ and templates/; stop with Ctrl-C.\n");
          for await (const _ of watch(host.files.root, ["research", "templates"])) {
            await buildOnce(host, options);
            await host.cache.flush();
          }
        });
      }),
};

async function buildOnce(host: Machine, options: Options): Promise<number> {
  const [{ prepare, outdated, write }, { rules }, { text }] = await Promise.all([
    import("../../app/build.ts"),
    import("../../lint/rules/index.ts"),
    import("../reporters/text.ts"),
  ]);
  const { profile, draft, out } = options;
  const built = await prepare(host, rules, { ...(profile ? { profile } : {}), ...(draft ? { draft } : {}), ...(out ? { out } : {}) });
  host.progress.done();
  const errors = built.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) process.stderr.write(text({ ...built, diagnostics: errors }, host));
  if (built.files.size === 0) {
    process.stderr.write("Nothing was written: the report is as it was.\n");
    return 1;
  }
  if (options.check) {
    const stale = outdated(built, host);
    process.stdout.write(stale.length === 0 ? "The report is up to date.\n" : `Out of date: ${stale.join(", ")}. Run \`dossier build\`.\n`);
    return stale.length === 0 ? 0 : 1;
  }
  const written = await write(built, host);
  const { references = [], labels } = built.report ?? {};
  const size = `${references.length} references, ${labels?.size ?? 0} figures and listings`;
  process.stdout.write(written.length === 0 ? `Unchanged: ${size}.\n` : `Wrote ${written.length} of ${built.files.size} files: ${size}.\n`);
  return 0;
}
