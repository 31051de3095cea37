/** `dossier doctor` */
import type { Command } from "../command.ts";
import { withProject } from "../open.ts";

export const doctorCommand: Command = {
  name: "doctor",
  summary: "check what dossier needs: Node, write access, browser, network, citation style, schemas, cache",
  examples: ["dossier doctor", "dossier doctor --offline", "dossier doctor --json"],
  define: (command) =>
    command
      .option("--offline", "don't ask the network")
      .option("--json", "as data")
      .action(async ({ offline, json }: { offline?: boolean; json?: boolean }) => {
        await withProject(command, async (host) => {
          const [{ doctor }, { harmless, paint }] = await Promise.all([
            import("../../app/doctor.ts"),
            import("../paint.ts"),
          ]);
          const found = await doctor(host, process.version, !offline);
          process.exitCode = found.some(({ state }) => state === "wrong") ? 1 : 0;
          if (json) return void process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
          const colours = paint(process.stdout);
          const mark = { ok: colours.green("OK   "), note: colours.yellow("note "), wrong: colours.red("wrong") };
          for (const { name, state, says, advice } of found)
            process.stdout.write(
              `${mark[state]} ${colours.bold(name)}: ${harmless(says)}.${advice ? `\n      ${harmless(advice)}` : ""}\n`,
            );
        });
      }),
};
