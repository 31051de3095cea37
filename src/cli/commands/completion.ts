/** `dossier completion` */
import { Argument } from "commander";
import type { Command } from "../command.ts";

export const completionCommand: Command = {
  name: "completion",
  summary: "print the completion script of a shell",
  examples: [
    "dossier completion bash >> ~/.bashrc",
    "dossier completion zsh > ~/.zfunc/_dossier",
    "dossier completion fish | source",
  ],
  define: (command) =>
    command.addArgument(new Argument("<shell>", "bash, zsh or fish")).action(async (shell: string) => {
      const { completionScript } = await import("../shell-completion.ts");
      process.stdout.write(completionScript(command.parent ?? command, shell));
    }),
};
