/** Options that a command needs and did not get: asked for at a terminal, an error that names them elsewhere. */
import { UserError } from "../core/user-error.ts";

/** Whether somebody sits there who can answer. */
export const isInteractive = (): boolean => Boolean(process.stdin.isTTY && process.stderr.isTTY);

export interface Missing {
  /** The flag that would have said it, such as `--at`. */
  readonly flag: string;
  readonly question: string;
  /** Allowed answers, where they are few. */
  readonly choices?: readonly string[];
}

/** The answers by flag, asked on stderr. Throws UserError that names all flags when nobody can be asked. */
export async function askFor(missing: readonly Missing[], hint: string): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  if (missing.length === 0) return answers;
  if (!isInteractive()) throw new UserError(`Missing ${missing.map(({ flag }) => flag).join(", ")}.`, hint);
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-D or Ctrl-C ends the questions, and with them the command.
  const ended = new Promise<never>((_, reject) =>
    terminal.once("close", () => reject(new UserError("Nothing was added.", hint))),
  );
  ended.catch(() => undefined);
  try {
    for (const { flag, question, choices } of missing) {
      let answer = "";
      while (answer === "" || (choices && !choices.includes(answer)))
        answer = (
          await Promise.race([terminal.question(`${question}${choices ? ` (${choices.join(", ")})` : ""}: `), ended])
        ).trim();
      answers.set(flag, answer);
    }
    return answers;
  } finally {
    terminal.close();
  }
}
