/** A project on disk for commands: the example dossier in a new folder, and the program's own entry point. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { exampleFiles } from "../../src/lint/example.ts";

export function projectFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "dossier-")));
  for (const [path, text] of Object.entries({ ...exampleFiles, ...files })) {
    const file = join(folder, "research", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const program = fileURLToPath(new URL("../../bin/dossier.js", import.meta.url));

/** Runs the bundled program; it ends by itself or after `killAfter` milliseconds. */
export function dossier(
  folder: string,
  args: readonly string[],
  { env = {}, stdin = "", killAfter }: { env?: Record<string, string>; stdin?: string; killAfter?: number } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    // In CI no cache is read from disk, and what is remembered between two runs is tested here.
    const { NODE_EXTRA_CA_CERTS: _, CI: __, ...inherited } = process.env;
    const child = spawn(process.execPath, [program, "-C", folder, ...args], { env: { ...inherited, ...env } });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (err += chunk));
    child.on("error", reject);
    child.stdin.on("error", () => undefined);
    child.stdin.end(stdin);
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code, out, err });
    });
  });
}
