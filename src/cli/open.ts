/** Opens the project that a command or another program works in, and closes what it used. */
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { UserError } from "../core/user-error.ts";
import { type Machine, openMachine } from "../host/machine.ts";
import type { Stream } from "../host/terminal-progress.ts";

/** The bundle stands in `dist/`, one folder below the package; the source two folders below. */
const programFolder = fileURLToPath(new URL(import.meta.url.includes("/src/cli/") ? "../.." : "..", import.meta.url));

/** Runs `work` on the project in `--directory` or the current folder. */
export function withProject<T>(command: Command, work: (machine: Machine) => Promise<T>): Promise<T> {
  return inFolder((command.optsWithGlobals() as { directory?: string }).directory ?? ".", process.stderr, work);
}

/** Runs `work` on the project in a folder; the cache is written whatever happens. */
export async function inFolder<T>(folder: string, stderr: Stream, work: (machine: Machine) => Promise<T>): Promise<T> {
  let machine: Machine;
  try {
    machine = openMachine({ root: folder, program: programFolder, env: process.env, stderr });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw new UserError(`There is no folder ${folder}.`);
    throw error;
  }
  try {
    return await work(machine);
  } finally {
    machine.progress.done();
    machine.cache.flush();
  }
}
