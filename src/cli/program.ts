/** The command line: its name, its commands, and how it answers mistakes. */
import { Command } from "commander";
import { commands } from "./commands/index.ts";

export function program(version: string): Command {
  const root = new Command("dossier")
    .description("Compiles evidence into a decision report. No number without a source or a formula.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .option("--no-color", "no colours")
    .option("-C, --directory <folder>", "work in this folder instead of the current one")
    .showHelpAfterError("(run with --help for usage)")
    .showSuggestionAfterError(true)
    .configureOutput({ writeErr: (text) => process.stderr.write(text) })
    .exitOverride();
  for (const command of commands) {
    const added = command.define(root.command(command.name).description(command.summary));
    added
      .exitOverride()
      .addHelpText("after", `\nExamples:\n${command.examples.map((example) => `  $ ${example}`).join("\n")}\n`);
  }
  return root;
}
