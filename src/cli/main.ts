/** The program: what was asked for, then the command that does it; the only place that sets the exit code. */
import { UserError } from "../core/user-error.ts";
import { version } from "./version.ts";

export async function main(argv: readonly string[]): Promise<void> {
  if (argv.length === 3 && (argv[2] === "--version" || argv[2] === "-V")) {
    process.stdout.write(`${version}\n`);
    return;
  }
  // Whoever reads our output may stop early, as `head` does.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.stderr.write(`error: The output can't be written: ${error.message}\n`);
    process.once("exit", () => (process.exitCode = 3));
  });
  try {
    const { program } = await import("./program.ts");
    await program(version).parseAsync([...argv]);
  } catch (error) {
    process.exitCode = await report(error);
  }
}

/** A user's error is a sentence; anything else is ours and shows its stack. */
async function report(error: unknown): Promise<number> {
  if (error instanceof UserError) {
    const { tell } = await import("./told.ts");
    tell(error);
    return error.code;
  }
  const { CommanderError } = await import("commander");
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const { paint } = await import("./paint.ts");
  process.stderr.write(
    `${paint(process.stderr).red("This is a bug in dossier:")}\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 3;
}
