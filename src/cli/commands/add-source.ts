/** `dossier add-source` */
import { Option } from "commander";
import type { SourceFlags } from "../../app/add-source.ts";
import type { Command } from "../command.ts";
import { withProject } from "../open.ts";

export interface AddSourceOptions extends SourceFlags {
  readonly key?: string;
  readonly allowDuplicate?: boolean;
  readonly allowPrivate?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const each = (text: string, all: readonly string[] = []) => [...all, text];

export const addSourceCommand: Command = {
  name: "add-source",
  summary: "register a source: an address, DOI, arXiv id, PMID, PMCID, ISBN, RFC, GitHub file, or a bibliography file",
  examples: [
    "dossier add-source https://www.uber.com/blog/genai-gateway/ --tier T1",
    "dossier add-source 10.1145/3600006.3613165 arXiv:2401.00588v2 RFC8446",
    "dossier add-source references.bib",
    'dossier add-source --title "Traffic count" --author "City of Example" --issued 2026-03 --url https://example.org/count',
  ],
  define: (command) =>
    command
      .argument(
        "[what...]",
        "identifiers, addresses, or files in BibTeX, BibLaTeX, RIS, CSL-JSON or CSL-YAML; - for stdin",
      )
      .option("--key <key>", "its key, instead of the generated one")
      .option("--title <text>", "title")
      .option("--author <name>", "author, as “Family, Given” or the name of an organisation; repeat for each", each)
      .option("--issued <date>", "date of publication: YYYY, YYYY-MM or YYYY-MM-DD")
      .option("--accessed <date>", "day it was read: YYYY-MM-DD (default: what an entry of a file says, else today)")
      .option("--url <url>", "address")
      .option("--doi <doi>", "DOI")
      .option("--type <type>", "CSL type: webpage, report, article-journal, book, …")
      .option("--publisher <name>", "publisher")
      .option("--container <title>", "journal, proceedings, blog or site it appeared in")
      .option("--organisation <name>", "who answers for it")
      .addOption(new Option("--tier <tier>", "how good it is as evidence").choices(["T0", "T1", "T2", "T3"]))
      .option("--flag <flag>", "vendor-self, foundational, preprint, draft or superseded; may be repeated", each)
      .option("--question <id>", "a question that it answers; may be repeated", each)
      .option("--allow-duplicate", "register it although it seems to be registered")
      .option("--allow-private", "also fetch from private and loopback addresses")
      .option("--dry-run", "show the file, write nothing")
      .option("--json", "answer in JSON")
      .action((what: string[], options: AddSourceOptions) =>
        withProject(command, async (host) => {
          const { runAddSource } = await import("../run-add-source.ts");
          process.exitCode = await runAddSource(host, what, options);
        }),
      ),
};
