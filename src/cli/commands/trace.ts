/** `dossier trace` */
import { Option } from "commander";
import type { Trace } from "../../app/trace.ts";
import type { Command } from "../command.ts";
import { withProject } from "../open.ts";

export const traceCommand: Command = {
  name: "trace",
  summary: "show what a recommendation rests on, or what would fall with a source",
  examples: [
    "dossier trace one-gateway",
    "dossier trace uber-genai-gateway",
    "dossier trace uber-genai-gateway#volume",
    "dossier trace multi-tenancy --up",
  ],
  define: (command) =>
    command
      .argument("<id>", "a recommendation, finding, case, model, source, or key#fact")
      .addOption(new Option("--up", "what rests on it").conflicts("down"))
      .option("--down", "what it rests on")
      .option("--json", "answer in JSON")
      .action((id: string, { up, down, json }: { up?: boolean; down?: boolean; json?: boolean }) =>
        withProject(command, async (host) => {
          const [{ trace }, { loadDossier }, { treeText }] = await Promise.all([
            import("../../app/trace.ts"),
            import("../../app/load-dossier.ts"),
            import("../tree-text.ts"),
          ]);
          const found: Trace = trace(await loadDossier(host), id, up ? "up" : down ? "down" : undefined);
          process.stdout.write(json ? `${JSON.stringify({ version: 1, ...found }, null, 2)}\n` : treeText(found));
        }),
      ),
};
