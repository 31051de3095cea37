/** `dossier status` */
import type { Machine } from "../../host/machine.ts";
import type { Command } from "../command.ts";
import { withProject } from "../open.ts";

export const statusCommand: Command = {
  name: "status",
  summary: "show where the dossier stands, question by question, and what to do next",
  examples: ["dossier status", "dossier status --json", "dossier status --watch"],
  define: (command) =>
    command
      .option("--json", "as data")
      .option("-w, --watch", "show it again whenever research/ changes")
      .action(async (options: { json?: boolean; watch?: boolean }) => {
        await withProject(command, async (host) => {
          const screen = () => show(host, options.json ?? false);
          if (!options.watch) return screen();
          const { attempt, following } = await import("../following.ts");
          await attempt(host, screen);
          await following(host, ["research"], () => {
            if (process.stdout.isTTY) process.stdout.write("\u001B[2J\u001B[H");
            return screen();
          });
        });
      }),
};

async function show(host: Machine, json: boolean): Promise<void> {
  const { statusOf } = await import("../../app/status.ts");
  const status = await statusOf(host);
  host.progress.done();
  if (!status) {
    process.stderr.write("research/dossier.yaml can't be read; `dossier lint` says where.\n");
    process.exitCode = 1;
    return;
  }
  if (json) return void process.stdout.write(`${JSON.stringify(status, null, 2)}\n`);
  const [{ statusScreen }, { paint }] = await Promise.all([import("../status-screen.ts"), import("../paint.ts")]);
  process.stdout.write(statusScreen(status, paint(process.stdout), process.stdout.columns || 100));
}
