/** `dossier verify` */
import { UserError } from "../../core/user-error.ts";
import type { Command } from "../command.ts";
import { withProject } from "../open.ts";

interface Options {
  readonly shard?: string;
  readonly offline?: string;
  readonly resume?: boolean;
  readonly strikes: string;
  readonly allowPrivate?: boolean;
  readonly json?: boolean;
}

export const verifyCommand: Command = {
  name: "verify",
  summary: "fetch the sources again and say which facts still stand",
  examples: [
    "dossier verify",
    "dossier verify uber-genai-gateway",
    "dossier verify --shard 2/4",
    "dossier verify --offline saved.yaml",
  ],
  define: (command) =>
    command
      .argument("[keys...]", "only these sources")
      .option("--shard <i/n>", "only the i-th of n parts")
      .option("--offline <map>", "check against saved copies: a YAML or JSON file from addresses or keys to files")
      .option("--resume", "leave out what was checked today")
      .option("--strikes <n>", "failures on different days after which a source is gone", "3")
      .option("--allow-private", "also fetch from private and loopback addresses")
      .option("--json", "answer in JSON")
      .addHelpText(
        "after",
        "\nSet DOSSIER_CONTACT to an e-mail address that sites may write to. Results go to research/evidence.lock.yaml.",
      )
      .action((keys: string[], options: Options) =>
        withProject(command, async (host) => {
          const [{ verify }, { verificationText, verificationJson }, { savedFiles }] = await Promise.all([
            import("../../app/verify.ts"),
            import("../verify-report.ts"),
            import("../saved-files.ts"),
          ]);
          const strikes = Number(options.strikes);
          if (!Number.isInteger(strikes) || strikes < 1)
            throw new UserError(`Unexpected --strikes ${options.strikes}, expected 1 or more.`);
          const shard = options.shard === undefined ? undefined : shardOf(options.shard);
          const saved = options.offline === undefined ? undefined : await savedFiles(options.offline);
          const { allowPrivate, resume } = options;
          const result = await verify(host, {
            keys,
            strikes,
            ...(shard ? { shard } : {}),
            ...(saved ? { saved } : {}),
            ...(resume ? { resume } : {}),
            ...(allowPrivate ? { allowPrivate } : {}),
          });
          host.progress.done();
          process.stdout.write(options.json ? verificationJson(result) : verificationText(result));
          const bad = result.results.some(
            ({ entry }) =>
              entry.status === "gone" || Object.values(entry.facts ?? {}).some(({ status }) => status === "gone"),
          );
          process.exitCode = bad ? 1 : 0;
        }),
      ),
};

function shardOf(text: string): { index: number; count: number } {
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? [];
  if (!index || !count || index > count) throw new UserError(`Unexpected --shard ${text}, expected i/n such as 2/4.`);
  return { index, count };
}
