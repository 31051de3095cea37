/** Completion for shells, made from the commands: names, options, and the choices of options that have some. */
import type { Command } from "commander";
import { UserError } from "../core/user-error.ts";

export const shells = ["bash", "zsh", "fish"] as const;

interface Word {
  readonly name: string;
  readonly says: string;
}

interface Completed extends Word {
  readonly options: readonly (Word & {
    readonly flags: readonly string[];
    readonly choices: readonly string[];
    readonly takes: boolean;
  })[];
}

export function completionScript(program: Command, shell: string): string {
  const commands = [program, ...program.commands].map(
    (command): Completed => ({
      name: command === program ? "" : command.name(),
      says: command.description(),
      options: command.options
        .filter(({ hidden }) => !hidden)
        .map(({ long, short, description, argChoices, required, optional }) => ({
          name: long ?? short ?? "",
          flags: [short, long].filter((flag) => flag !== undefined && flag !== null),
          says: description,
          choices: argChoices ?? [],
          takes: required || optional,
        })),
    }),
  );
  const [root, ...rest] = commands as [Completed, ...Completed[]];
  if (shell === "bash") return bash(root, rest);
  if (shell === "zsh") return zsh(root, rest);
  if (shell === "fish") return fish(root, rest);
  throw new UserError(`There is no completion for “${shell}”.`, `Shells: ${shells.join(", ")}.`);
}

/** In single quotes, as every POSIX shell and fish read it. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
const flagsOf = ({ options }: Completed) => [...options.flatMap(({ flags }) => flags), "--help"].join(" ");

function bash(root: Completed, commands: readonly Completed[]): string {
  const choices = [root, ...commands].flatMap(({ name, options }) =>
    options.filter((option) => option.choices.length > 0).map((option) => ({ name, option })),
  );
  return `# dossier completion for bash: eval "$(dossier completion bash)"
_dossier() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="" at
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "\${COMP_WORDS[at]}" in
      -C|--directory) ((at++)) ;;
      -*) ;;
      *) command="\${COMP_WORDS[at]}"; break ;;
    esac
  done
  case "$command $before" in
${choices.map(({ name, option }) => `    ${option.flags.map((flag) => `"${name} ${flag}"`).join("|")}) COMPREPLY=($(compgen -W ${quoted(option.choices.join(" "))} -- "$word")); return ;;`).join("\n")}
  esac
  local words
  case "$command" in
    "") words=${quoted(`${commands.map(({ name }) => name).join(" ")} ${flagsOf(root)}`)} ;;
${commands.map((command) => `    ${command.name}) words=${quoted(flagsOf(command))} ;;`).join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _dossier dossier
`;
}

function zsh(root: Completed, commands: readonly Completed[]): string {
  const described = (text: string) =>
    text
      .replace(/[[\]\\:'`$]/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  const spec = ({ flags, says, choices, takes }: Completed["options"][number]) =>
    flags
      .map(
        (flag) =>
          `      '${flag}[${described(says)}]${takes ? `:value:${choices.length > 0 ? `(${choices.join(" ")})` : "_files"}` : ""}'`,
      )
      .join(" \\\n");
  const specs = ({ options }: Completed) => [...options.map(spec), "      '*:file:_files'"].join(" \\\n");
  return `#compdef dossier
# dossier completion for zsh: eval "$(dossier completion zsh)"
_dossier() {
  local -a commands
  commands=(
${commands.map(({ name, says }) => `    '${name}:${described(says)}'`).join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  case "$words[2]" in
${commands.map((command) => `    ${command.name})\n      _arguments \\\n${specs(command)} ;;`).join("\n")}
    *) _arguments \\\n${specs(root)} ;;
  esac
}
compdef _dossier dossier
`;
}

function fish(root: Completed, commands: readonly Completed[]): string {
  const line = (condition: string, { flags, says, choices, takes }: Completed["options"][number]) => {
    const names = flags
      .map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`))
      .join(" ");
    return `complete -c dossier ${condition}${names}${takes ? " -r" : ""}${choices.length > 0 ? ` -f -a ${quoted(choices.join(" "))}` : ""} -d ${quoted(says)}`;
  };
  return [
    "# dossier completion for fish: dossier completion fish | source",
    ...commands.map(
      ({ name, says }) => `complete -c dossier -n __fish_use_subcommand -f -a ${name} -d ${quoted(says)}`,
    ),
    ...root.options.map((option) => line("", option)),
    ...commands.flatMap(({ name, options }) =>
      options.map((option) => line(`-n '__fish_seen_subcommand_from ${name}' `, option)),
    ),
    "",
  ].join("\n");
}
