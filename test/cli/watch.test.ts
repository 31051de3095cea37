/** `--watch` outlives what goes wrong for a moment: a style that isn't there, a branch being switched. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { bin } from "../bundle.ts";

let root: string;
let running: ChildProcess | undefined;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dossier-watch-"));
  spawnSync(process.execPath, [bin, "init", "-y"], { cwd: root });
});
afterEach(() => {
  running?.kill();
  rmSync(root, { recursive: true, force: true });
});

it.each(["build", "status"])("%s goes on after an error, and says it", async (command) => {
  const child = spawn(process.execPath, [bin, command, "--watch"], { cwd: root });
  running = child;
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk));
  const says = async (words: RegExp) => {
    for (let round = 0; !words.test(output) && round < 400; round++) await wait(25);
    expect(output).toMatch(words);
    output = "";
    await wait(300);
  };
  const config = join(root, "research/dossier.yaml");
  const first = readFileSync(config, "utf8");
  await says(/Wrote|Unchanged|areas|questions/i);
  renameSync(config, join(root, "elsewhere.yaml"));
  await says(/dossier\.yaml/);
  writeFileSync(config, first.replace(/^title: .*$/m, "title: Told later"));
  await says(command === "build" ? /Wrote/ : /Told later/);
  expect(child.exitCode).toBeNull();
});
