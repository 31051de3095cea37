/** `dossier sources` */
import { Option } from "commander";
import type { SourceFilter } from "../../app/sources.ts";
import type { Command } from "../command.ts";
import { withProject } from "../open.ts";

export const sourcesCommand: Command = {
  name: "sources",
  summary: "list the sources: tier, facts, use, and whether they still stand",
  examples: ["dossier sources", "dossier sources uber --tier T1", "dossier sources --unused"],
  define: (command) =>
    command
      .argument("[search]", "words in key, title, organisation or author")
      .addOption(new Option("--tier <tier>", "only this tier").choices(["T0", "T1", "T2", "T3"]))
      .option("--question <id>", "only those that answer this question")
      .option("--unused", "only those that nothing cites")
      .option("--json", "answer in JSON")
      .action((search: string | undefined, { json, ...filter }: SourceFilter & { json?: boolean }) =>
        withProject(command, async (host) => {
          const [{ listSources }, { loadDossier }, { textTable }] = await Promise.all([
            import("../../app/sources.ts"),
            import("../../app/load-dossier.ts"),
            import("../text-table.ts"),
          ]);
          const lines = listSources(await loadDossier(host), { ...filter, ...(search ? { search } : {}) });
          if (json) return void process.stdout.write(`${JSON.stringify({ version: 1, sources: lines }, null, 2)}\n`);
          const columns = [
            { title: "Key" },
            { title: "Tier" },
            { title: "Issued" },
            { title: "Facts", right: true },
            { title: "Cited", right: true },
            { title: "Verified" },
            { title: "Title" },
          ];
          const rows = lines.map(({ key, tier, issued, facts, cited, status, title }) => [
            key,
            tier,
            issued,
            String(facts),
            String(cited),
            status,
            title.slice(0, 80),
          ]);
          process.stdout.write(`${textTable(columns, rows)}${lines.length} sources.\n`);
        }),
      ),
};
