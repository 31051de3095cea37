/** The program in a real terminal, which `script` opens: questions, Ctrl-C, colours. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { bin } from "../bundle.ts";

const hasScript = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") ?? false;
if (!hasScript) console.warn("terminal.test.ts: there is no `script` of util-linux; nothing here is tested");
const folders: string[] = [];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dossier-terminal-"));
  folders.push(folder);
});
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

/** Types each answer when its question stands on the screen; gives the screen and the exit code. */
async function typed(command: string, answers: readonly (readonly [question: string, keys: string])[], env = {}) {
  const base = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:CI|GITHUB_.*|NO_COLOR|FORCE_COLOR|NODE_EXTRA_CA_CERTS)$/.test(name),
    ),
  );
  const terminal = spawn("script", ["-qec", `"${process.execPath}" "${bin}" ${command}`, "/dev/null"], {
    cwd: folder,
    env: { ...base, TERM: "xterm-256color", ...env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  let screen = "";
  let read = 0;
  const left = [...answers];
  terminal.stdout.on("data", (chunk: Buffer) => {
    screen += chunk.toString();
    const [next] = left;
    const at = next ? screen.indexOf(next[0], read) : -1;
    if (!next || at < 0) return;
    left.shift();
    read = at + next[0].length;
    terminal.stdin.write(next[1]);
  });
  const code = await new Promise<number | null>((resolve) => terminal.once("exit", resolve));
  expect(left, screen).toEqual([]);
  return { screen, code };
}

describe.runIf(hasScript)("a terminal", () => {
  it("is asked for title, areas and questions by init", async () => {
    const { screen, code } = await typed("init", [
      ["Title of the report: ", "Vans\r"],
      ["An area: ", "Charging: fast\r"],
      ["A question of “Charging: fast”: ", "Where?\r"],
      ["Another question, or Enter: ", "When does it pay?\r"],
      ["Another question, or Enter: ", "\r"],
      ["Another area, or Enter: ", "Cost\r"],
      ["A question of “Cost”: ", "\r"],
      ["A question of “Cost”: ", "How much?\r"],
      ["Another question, or Enter: ", "\r"],
      ["Another area, or Enter: ", "\r"],
    ]);
    expect(code, screen).toBe(0);
    expect(parse(readFileSync(join(folder, "research/dossier.yaml"), "utf8"))).toMatchObject({
      title: "Vans",
      areas: [
        { title: "Charging: fast", questions: [{ asks: "Where?" }, { asks: "When does it pay?" }] },
        { title: "Cost", questions: [{ asks: "How much?" }] },
      ],
    });
  });

  it("gets the example by two times Enter", async () => {
    const { code } = await typed("init", [
      ["Title of the report: ", "\r"],
      ["An area: ", "\r"],
    ]);
    expect(code).toBe(0);
    expect(readdirSync(join(folder, "research/sources"))).toContain("city-count.yaml");
  });

  for (const [name, key] of [
    ["Ctrl-C", "\u0003"],
    ["Ctrl-D", "\u0004"],
  ] as const)
    it(`leaves nothing behind after ${name}`, async () => {
      const { screen, code } = await typed("init fresh", [
        ["Title of the report: ", "Vans\r"],
        ["An area: ", key],
      ]);
      expect(code).toBe(2);
      expect(screen).toMatch(/\r\n.*error:.* Nothing was written\./);
      expect(screen).not.toContain("bug");
      expect(readdirSync(folder)).toEqual([]);
    });

  it("has colours, unless NO_COLOR or --no-color says otherwise", async () => {
    const colour = /\u001B\[\d+m/;
    expect((await typed("explain no-tbd", [])).screen).toMatch(colour);
    expect((await typed("explain no-tbd", [], { NO_COLOR: "1" })).screen).not.toMatch(colour);
    expect((await typed("--no-color explain no-tbd", [])).screen).not.toMatch(colour);
    expect((await typed("explain no-tbd --no-color", [])).screen).not.toMatch(colour);
  });
});
