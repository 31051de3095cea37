/** Questions to the person at the terminal; prompts go to stderr, since stdout carries only results. */
import { UserError } from "../core/user-error.ts";

/** Whether somebody sits there who can answer; in CI nobody does, whatever the terminal says. */
export const isInteractive = (): boolean => Boolean(process.stdin.isTTY && process.stderr.isTTY && !process.env["CI"]);

/** What the person typed; empty for Enter alone. */
export type Ask = (question: string) => Promise<string>;

/** A conversation. Ctrl-C and Ctrl-D end it, and with it the command, with the given error. */
export async function conversation<T>(ending: UserError, work: (ask: Ask) => Promise<T>): Promise<T> {
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<never>((_, reject) => terminal.once("close", () => reject(ending)));
  ended.catch(() => undefined);
  try {
    return await work(async (question) => (await Promise.race([terminal.question(`${question} `), ended])).trim());
  } catch (error) {
    if (error !== ending && !(error instanceof Error && error.name === "AbortError")) throw error;
    process.stderr.write("\n");
    throw ending;
  } finally {
    terminal.close();
  }
}

export interface Missing {
  /** The flag that would have said it, such as `--at`. */
  readonly flag: string;
  readonly question: string;
  /** Allowed answers, where they are few. */
  readonly choices?: readonly string[];
}

/** What a command needs and did not get, by flag. Throws UserError that names all flags when nobody can be asked. */
export async function askFor(missing: readonly Missing[], hint: string): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  if (missing.length === 0) return answers;
  if (!isInteractive()) throw new UserError(`Missing ${missing.map(({ flag }) => flag).join(", ")}.`, hint);
  await conversation(new UserError("Nothing was added.", hint), async (ask) => {
    for (const { flag, question, choices } of missing) {
      let answer = "";
      while (answer === "" || (choices && !choices.includes(answer)))
        answer = await ask(`${question}${choices ? ` (${choices.join(", ")})` : ""}:`);
      answers.set(flag, answer);
    }
  });
  return answers;
}
