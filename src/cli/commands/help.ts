/** `dossier help` */
import { didYouMean } from "../../core/suggest.ts";
import { UserError } from "../../core/user-error.ts";
import type { Command } from "../command.ts";

export const helpCommand: Command = {
  name: "help",
  summary: "show what a command does and its options",
  examples: ["dossier help", "dossier help build"],
  define: (command) =>
    command.argument("[command]", "a command; without one, all of them").action((name: string | undefined) => {
      const root = command.parent ?? command;
      const names = root.commands.map((one) => one.name());
      const asked = name === undefined ? root : root.commands.find((one) => one.name() === name);
      if (!asked)
        throw new UserError(
          `There is no command “${name}”.`,
          didYouMean(name as string, names) ?? `Commands: ${names.join(", ")}.`,
        );
      asked.outputHelp();
    }),
};
