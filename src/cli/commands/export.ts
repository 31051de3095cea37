/** `dossier export` */
import type { ExportOptions } from "../../app/export.ts";
import { outputPath } from "../../app/output-path.ts";
import type { Command } from "../command.ts";
import { withProject } from "../open.ts";

export const exportCommand: Command = {
  name: "export",
  summary: "write the sources in an exchange format",
  examples: [
    "dossier export --format bibtex > references.bib",
    "dossier export --format csv --cited --out output/sources.csv",
  ],
  define: (command) =>
    command
      .option("-f, --format <format>", "csl-json, bibtex, ris, csv, …", "csl-json")
      .option("-o, --out <path>", "write to a file of the project instead of stdout")
      .option("--cited", "only sources that something cites")
      .action(({ out, ...options }: ExportOptions & { out?: string }) =>
        withProject(command, async (host) => {
          const [{ exportSources }, { loadDossier }, { harmless }] = await Promise.all([
            import("../../app/export.ts"),
            import("../../app/load-dossier.ts"),
            import("../paint.ts"),
          ]);
          const { text, lost } = exportSources(await loadDossier(host), options);
          if (out) await host.files.write(outputPath(out, host.files), text);
          else process.stdout.write(text);
          const fields = new Map<string, number>();
          for (const { field } of lost) fields.set(field, (fields.get(field) ?? 0) + 1);
          for (const [field, count] of fields)
            process.stderr.write(`${options.format} has no place for ${harmless(field)} (${count} sources).\n`);
        }),
      ),
};
