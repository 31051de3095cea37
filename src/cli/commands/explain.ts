/** `dossier explain` */
import type { Command } from "../command.ts";

export const explainCommand: Command = {
  name: "explain",
  summary: "say what a rule asks and why, with a good and a bad example",
  examples: ["dossier explain number-has-origin", "dossier explain", "dossier explain --json no-tbd"],
  define: (command) =>
    command
      .argument("[rule]", "id of a rule; without one, all are listed")
      .option("--json", "as data")
      .action(async (id: string | undefined, { json }: { json?: boolean }) => {
        const { explain, explainAll } = await import("../../app/explain.ts");
        const found = id === undefined ? explainAll() : [explain(id)];
        if (json) return void process.stdout.write(`${JSON.stringify(id === undefined ? found : found[0], null, 2)}\n`);
        const { paint } = await import("../paint.ts");
        const colours = paint(process.stdout);
        if (id === undefined) {
          for (const { id: name, severity, summary } of found)
            process.stdout.write(`${colours.bold(name)} ${colours.dim(severity)}\n  ${summary}\n`);
          return;
        }
        const { rulePage } = await import("../../app/rule-page.ts");
        const page = found.map(rulePage).join("\n");
        process.stdout.write(
          page
            .replace(/^#+ .*$/gm, (heading) => colours.bold(heading.replace(/^#+ /, "")))
            .replace(/^ *\^+$/gm, (mark) => colours.red(mark)),
        );
      }),
};
