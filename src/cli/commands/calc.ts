/** `dossier calc` */
import { UserError } from "../../core/user-error.ts";
import type { Command } from "../command.ts";
import { withProject } from "../open.ts";

interface Options {
  readonly set?: Readonly<Record<string, string>>;
  readonly json?: boolean;
}

function assign(text: string, all: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, name, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (!name || !value)
    throw new UserError(`Unexpected --set ${text}, expected name=value such as gpu_hour_price=3.10.`);
  return { ...all, [name.trim()]: value };
}

export const calcCommand: Command = {
  name: "calc",
  summary: "compute the models, also with other inputs",
  examples: [
    "dossier calc",
    "dossier calc local-vs-hosted --set gpu_hour_price=3.10",
    "dossier calc local-vs-hosted --json",
  ],
  define: (command) =>
    command
      .argument("[model]", "only this model")
      .option("--set <name=value>", "a system figure or <model>.<input> for this run; may be repeated", assign)
      .option("--json", "answer in JSON")
      .action((model: string | undefined, { set = {}, json }: Options) =>
        withProject(command, async (host) => {
          const [{ calculate }, { calculationText }] = await Promise.all([
            import("../../app/calculate.ts"),
            import("../calculation-text.ts"),
          ]);
          const { results, diagnostics } = await calculate(host, { set, ...(model ? { model } : {}) });
          process.stdout.write(
            json ? `${JSON.stringify({ version: 1, results, diagnostics }, null, 2)}\n` : calculationText(results),
          );
          const [{ harmless }, { placeOf }] = await Promise.all([import("../paint.ts"), import("../place.ts")]);
          if (!json)
            for (const { message, hint, ...place } of diagnostics)
              process.stderr.write(
                `${placeOf(place)} ${harmless(message)}${hint ? `\n  hint ${harmless(hint)}` : ""}\n`,
              );
          process.exitCode = diagnostics.length > 0 ? 1 : 0;
        }),
      ),
};
