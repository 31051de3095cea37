/** `dossier new` */
import type { Command } from "../command.ts";
import { withProject } from "../open.ts";

export const newCommand: Command = {
  name: "new",
  summary:
    "begin a finding, case, recommendation, diagram, model, snippet or area, with TBD where something is to be decided",
  examples: [
    "dossier new finding caching",
    "dossier new case acme-gateway --area enterprise",
    'dossier new recommendation pin-regions --title "Pin every region"',
  ],
  define: (command) =>
    command
      .argument("<kind>", "finding, case, recommendation, diagram, model, snippet or area")
      .argument(
        "<id>",
        "its id, which is its file name: lower-case words joined by -; a finding has the id of its question",
      )
      .option("--title <text>", "its title")
      .option("--area <id>", "the area of a finding or case")
      .option("--by <name>", "who writes it")
      .action(async (kind: string, id: string, options: { title?: string; area?: string; by?: string }) => {
        await withProject(command, async (host) => {
          const { newObject } = await import("../../app/new.ts");
          const { created, next } = await newObject(host, kind, id, options);
          process.stdout.write(`Created ${created.join(" and ")}. ${next}\n`);
        });
      }),
};
