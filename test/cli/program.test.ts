/** The command line as a user meets it: help, suggestions, exit codes, colours, completion; spawned from the bundle. */
import { execFileSync, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands/index.ts";
import { program } from "../../src/cli/program.ts";
import { completionScript, shells } from "../../src/cli/shell-completion.ts";
import { bin } from "../bundle.ts";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "dossier-cli-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const plain = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:NODE_EXTRA_CA_CERTS|CI|GITHUB_.*|NO_COLOR|FORCE_COLOR)$/.test(name),
    ),
  );
function dossier(
  args: readonly string[],
  { cwd = root, env = {}, input = "" }: { cwd?: string; env?: Record<string, string>; input?: string } = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    env: { ...plain(), ...env },
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}
const escapeSign = /\u001B/;

describe("an empty folder", () => {
  it("becomes a dossier that lints and builds, without a browser or a question", () => {
    const env = { DOSSIER_BROWSER: "/nonexistent" };
    for (const args of [
      ["init"],
      ["lint"],
      ["build"],
      ["build", "--check"],
      ["status"],
      ["lint", "--profile", "draft", "--max-warnings", "0"],
    ]) {
      const run = dossier(args, { env });
      expect(run.status, `${args.join(" ")}: ${run.stderr}`).toBe(0);
      expect(run.stdout).not.toMatch(escapeSign);
    }
    expect(dossier(["init"]).status).toBe(2);
    expect(dossier(["status", "--json"]).stdout).toMatch(/^\{\n/);
  });

  it("takes a brief from stdin, in a folder that it makes", () => {
    const run = dossier(["init", "from brief/é", "--from-brief", "-"], {
      input: "# Tea\n\n## Leaves\n\n- Which leaves?\n",
    });
    expect(run.status, run.stderr).toBe(0);
    expect(run.stdout).toContain("1 areas, 1 questions");
    expect(readFileSync(join(root, "from brief/é/research/dossier.yaml"), "utf8")).toContain("Which leaves?");
    const none = dossier(["init", "nothing", "--from-brief", "-"], { input: "# Tea\n" });
    expect(none).toMatchObject({ status: 2, stderr: expect.stringContaining("no questions") });
    expect(readdirSync(root)).not.toContain("nothing");
    expect(dossier(["init", "x", "--from-brief", "gone.md"]).stderr).toContain("gone.md");
  });

  it("is told what is missing where there is no dossier", () => {
    const bare = mkdtempSync(join(tmpdir(), "dossier-bare-"));
    for (const args of [["lint"], ["status"], ["new", "model", "x"], ["diff"]]) {
      const run = dossier(args, { cwd: bare });
      expect(run.status, args.join(" ")).toBeGreaterThanOrEqual(2);
      expect(run.stderr).toMatch(/error: .*\n/);
      expect(run.stderr).not.toMatch(/ at .*\.js/);
    }
    rmSync(bare, { recursive: true });
  });

  it("says that there is no such command to ask help for", () => {
    const { status, stdout, stderr } = dossier(["help", "biuld"]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("There is no command “biuld”.\nhint: Did you mean “build”?");
    expect(dossier(["help", "build"]).stdout).toBe(dossier(["build", "--help"]).stdout);
  });

  it("shows no default of options that are lists", () => {
    for (const name of ["calc", "add-source", "fact"])
      expect(dossier([name, "--help"]).stdout).not.toMatch(/default: (?:\{|\[)/);
  });

  it.runIf(existsSync("/dev/full"))("says that its output can't be written, and fails as a run does", () => {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, [bin, "help"], {
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    closeSync(full);
    expect(stderr).toMatch(/^error: The output can't be written: ENOSPC[^\n]*\n$/);
    expect(status).toBe(3);
  });
});

describe("mistakes", () => {
  it("are answered with the nearest command, option, rule and kind, and exit 2", () => {
    for (const [args, meant] of [
      [["lnt"], "lint"],
      [["lint", "--formt", "json"], "--format"],
      [["explain", "no-tdb"], "no-tbd"],
      [["new", "fnding", "x"], "finding"],
      [["schema", "sorce"], "source"],
      [["lint", "--max-warnings", "many"], "whole number"],
      [["lint", "--format", "yaml"], "text, json"],
      [["completion", "tcsh"], "bash, zsh, fish"],
      [["lint", "--update-baseline"], "--baseline"],
    ] as const) {
      const run = dossier(args);
      expect(run.status, args.join(" ")).toBe(2);
      expect(run.stderr, args.join(" ")).toContain(meant);
    }
  });
});

describe("colours and CI", () => {
  it("are off in pipes, on when forced, and off again by NO_COLOR", () => {
    expect(dossier(["explain", "no-tbd"]).stdout).not.toMatch(escapeSign);
    expect(dossier(["explain", "no-tbd"], { env: { FORCE_COLOR: "1" } }).stdout).toMatch(escapeSign);
    expect(dossier(["explain", "no-tbd"], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } }).stdout).not.toMatch(escapeSign);
    expect(dossier(["--no-color", "explain", "no-tbd"], { env: { FORCE_COLOR: "1" } }).stdout).not.toMatch(escapeSign);
  });

  it("annotates and summarises by itself on GitHub, and says how far the standards are", () => {
    const summary = join(root, "summary.md");
    writeFileSync(summary, "before\n");
    const run = dossier(["lint", "--profile", "final"], {
      env: { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary },
    });
    expect(run.status).toBe(1);
    expect(run.stdout).toMatch(
      /^::error file=research\/areas\/transport\/bicycles\.md,line=1,.*title=required-field-present::/m,
    );
    expect(readFileSync(summary, "utf8")).toMatch(/^before\n\*\*\d+ errors/);
  });
});

describe("help", () => {
  it("has one file and one line a command", () => {
    const files = readdirSync(new URL("../../src/cli/commands/", import.meta.url)).filter(
      (name) => name !== "index.ts",
    );
    expect(commands.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
  });

  it("shows examples of every command", () => {
    for (const { name, examples } of commands) {
      const help = program("1").commands.find((command) => command.name() === name);
      let shown = "";
      help?.configureOutput({ writeOut: (text) => (shown += text) }).outputHelp();
      expect(examples.length, name).toBeGreaterThan(0);
      expect(shown, name).toContain("Examples:");
    }
  });
});

describe("completion", () => {
  const complete = (...words: string[]) =>
    execFileSync(
      "bash",
      [
        "--norc",
        "-c",
        `${completionScript(program("1"), "bash")}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _dossier; printf '%s\\n' "\${COMPREPLY[@]}"`,
        "x",
        "dossier",
        ...words,
      ],
      { encoding: "utf8" },
    )
      .split("\n")
      .filter(Boolean);

  it("completes commands, options and choices in a real bash", () => {
    expect(complete("li")).toEqual(["lint"]);
    expect(complete("-C", "somewhere", "sta")).toEqual(["status"]);
    expect(complete("lint", "--form")).toEqual(["--format"]);
    expect(complete("lint", "--format", "s")).toEqual(["sarif"]);
    expect(complete("status", "--")).toEqual(expect.arrayContaining(["--json", "--watch"]));
  });

  it("names every command for every shell", () => {
    for (const shell of shells)
      for (const { name } of commands) expect(completionScript(program("1"), shell), shell).toContain(name);
  });
});
