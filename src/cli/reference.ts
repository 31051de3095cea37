/** Every command with its options and examples as one page of Markdown: docs/cli.md. */
import type { Argument, Command, Option } from "commander";

export function cliReference(program: Command, examplesOf: (name: string) => readonly string[]): string {
  return [
    "# The command line",
    "",
    "Made from the commands themselves by `npm run docs`. `dossier <command> --help` prints the same.",
    "",
    "Results go to stdout; progress, prompts and errors go to stderr. Exit codes: 0 clean, 1 findings, duplicates or a report out of date, 2 wrong usage or configuration, 3 the run itself failed.",
    "Colours are left out where `NO_COLOR` is set, with `--no-color`, and where the output is no terminal.",
    "",
    "| Command | What it does |",
    "|---|---|",
    ...program.commands.map(
      (command) => `| [${command.name()}](#dossier-${command.name()}) | ${cell(command.description())} |`,
    ),
    "",
    "Options of every command:",
    "",
    ...options(program.options),
    "",
    ...program.commands.flatMap((command) => section(command, examplesOf(command.name()))),
  ].join("\n");
}

function section(command: Command, examples: readonly string[]): string[] {
  return [
    `## dossier ${command.name()}`,
    "",
    `${sentence(command.description())}`,
    "",
    "```sh",
    `dossier ${command.name()} ${command.usage()}`,
    "```",
    "",
    ...(command.registeredArguments.length > 0
      ? [
          "| Argument | Meaning |",
          "|---|---|",
          ...command.registeredArguments.map(
            (argument) => `| \`${nameOf(argument)}\` | ${cell(argument.description)} |`,
          ),
          "",
        ]
      : []),
    ...(command.options.length > 0 ? [...options(command.options), ""] : []),
    "Examples:",
    "",
    "```sh",
    ...examples,
    "```",
    "",
  ];
}

function options(list: readonly Option[]): string[] {
  const shown = list.filter(({ hidden }) => !hidden);
  return [
    "| Option | Meaning |",
    "|---|---|",
    ...shown.map((option) => `| \`${option.flags.replaceAll("|", "\\|")}\` | ${cell(meaning(option))} |`),
  ];
}

function meaning({ description, argChoices, defaultValue }: Option): string {
  const choices = argChoices ? ` (${argChoices.join(", ")})` : "";
  const preset = defaultValue === undefined || defaultValue === true ? "" : ` (default: ${String(defaultValue)})`;
  return `${description}${choices}${preset}`;
}

const nameOf = (argument: Argument) => {
  const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
};

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
const sentence = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
