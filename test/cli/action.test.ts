/** The action's own commands, run as a runner runs them on a generated dossier; the form GitHub reads is a recorded sample. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { init } from "../../src/app/init.ts";
import { DiskFiles } from "../../src/host/disk-files.ts";
import { offlineHost } from "../app/offline-host.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const action = parse(readFileSync(join(root, "action.yml"), "utf8")) as {
  inputs: Record<string, { default: string }>;
  runs: { steps: { name?: string; if?: string; run?: string; env?: Record<string, string> }[] };
};
let folder: string;
let project: string;

interface Given {
  readonly inputs?: Record<string, string>;
  readonly env?: Record<string, string>;
}

/** One step with the runner's shell and variables; expressions are filled in as GitHub does. */
function step(name: string, { inputs = {}, env = {} }: Given = {}) {
  const found = action.runs.steps.find((one) => one.name === name);
  if (!found?.run) throw new Error(`There is no step “${name}”`);
  const values: Record<string, string> = { "github.token": "secret-token" };
  for (const [key, { default: value }] of Object.entries(action.inputs)) values[`inputs.${key}`] = inputs[key] ?? value;
  const filled = (text: string) => text.replace(/\$\{\{ *([\w.-]+) *\}\}/g, (_, key: string) => values[key] ?? "");
  const summary = join(folder, "summary.md");
  writeFileSync(summary, "");
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", found.run], {
    cwd: project,
    encoding: "utf8",
    env: {
      PATH: `${join(folder, "bin")}:${process.env["PATH"]}`,
      HOME: folder,
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_ACTION_PATH: root,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_OUTPUT: join(folder, "output.txt"),
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: folder,
      SOURCE_DATE_EPOCH: "1795348800",
      ...Object.fromEntries(Object.entries(found.env ?? {}).map(([key, value]) => [key, filled(filled(value))])),
      ...env,
    },
  });
  return { status, stdout, stderr, summary: readFileSync(summary, "utf8") };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dossier-action-"));
  project = join(folder, "a project");
  mkdirSync(project);
  mkdirSync(join(folder, "bin"));
  await init({ ...offlineHost(), files: new DiskFiles(project) }, {});
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A figure without origin, and a value that would be a command of its own. */
function spoil(): void {
  const change = (path: string, before: string, after: string) => {
    const text = readFileSync(join(project, path), "utf8");
    expect(text).toContain(before);
    writeFileSync(join(project, path), text.replace(before, after));
  };
  change("research/areas/transport/bicycles.md", "Bicycles go straight", "Nearly 31 % go straight");
  change("research/recommendations/count-again.md", "complexity: S", 'complexity: "S\\n::error file=x::owned, 100 %"');
}

describe("the action", () => {
  it("passes a sound dossier, and one whose report is not built fails the second step", () => {
    expect(step("Lint")).toMatchObject({ status: 0, summary: expect.stringContaining("**0 errors") });
    const stale = step("Is the report up to date?");
    expect(stale).toMatchObject({ status: 1, stdout: expect.stringContaining("Out of date: docs/report.md") });
  });

  it("takes inputs as words, whatever they hold", () => {
    const evil = '$(touch owned) `touch owned` "; touch owned #';
    for (const name of ["directory", "profile", "fail-on", "baseline"]) {
      const run = step("Lint", { inputs: { [name]: evil } });
      expect(run.status, name).toBeGreaterThan(0);
      expect(run.stderr, name).not.toContain("command not found");
    }
    expect(new DiskFiles(project).read("owned")).toBeUndefined();
  });

  it("annotates findings at their lines, as in the recorded sample", async () => {
    spoil();
    const run = step("Lint", { inputs: { sarif: "found.sarif" } });
    expect(run.status).toBe(1);
    const only = (text: string, form: RegExp) => `${text.match(form)?.join("\n")}\n`;
    await expect(only(run.stdout, /^::.*$/gm)).toMatchFileSnapshot("../fixtures/github/annotations.txt");
    await expect(only(run.summary, /^\|.*$/gm)).toMatchFileSnapshot("../fixtures/github/summary.md");
    const lineOf = (path: string, words: string) =>
      readFileSync(join(project, path), "utf8")
        .split("\n")
        .findIndex((line) => line.includes(words)) + 1;
    for (const [path, words] of [
      ["research/areas/transport/bicycles.md", "31 %"],
      ["research/recommendations/count-again.md", "complexity:"],
    ] as const)
      expect(run.stdout).toContain(`::error file=a project/${path},line=${lineOf(path, words)},`);
    expect(run.stdout).not.toMatch(/^\s*::error file=x/m);
    expect(JSON.parse(readFileSync(join(project, "found.sarif"), "utf8"))).toMatchObject({ version: "2.1.0" });
  });
});

describe("the weekly look at the sources", () => {
  /** A program that says what it is told, and a `gh` that notes what it is asked. */
  function verified(says: string, code: number, open = "") {
    mkdirSync(join(folder, "program/bin"), { recursive: true });
    const program = `process.stdout.write(${JSON.stringify(says)}); process.exitCode = ${code};`;
    writeFileSync(join(folder, "program/bin/dossier.js"), program);
    const asked = join(folder, "gh.txt");
    writeFileSync(asked, "");
    writeFileSync(
      join(folder, "bin/gh"),
      `#!/usr/bin/env bash\nprintf '%s|' "$GH_TOKEN" "$@" >> "${asked}"; echo >> "${asked}"\n` +
        `if [ "$2" = list ]; then echo "${open}"; fi\n`,
    );
    chmodSync(join(folder, "bin/gh"), 0o755);
    const run = step("Do the sources still say it?", { env: { GITHUB_ACTION_PATH: join(folder, "program") } });
    const report = readFileSync(join(folder, "dossier-verify.md"), "utf8");
    return { ...run, report, asked: readFileSync(asked, "utf8").trim().split("\n") };
  }

  it("opens one issue, writes it anew, and closes it when all stands again", () => {
    const opened = verified("gone a#b: not there\n```\n@everyone\n", 1);
    expect(opened.status).toBe(0);
    expect(opened.asked[1]).toMatch(
      /^secret-token\|issue\|create\|--title\|Evidence that no longer stands\|--body-file\|/,
    );
    // All of it is code: nothing in it is a link, a mention or the end of the block.
    expect(opened.report).toBe("    gone a#b: not there\n    ```\n    @everyone\n");
    expect(opened.summary).toBe(opened.report);
    expect(verified("gone\n", 1, "7").asked[1]).toMatch(/^secret-token\|issue\|edit\|7\|--body-file\|/);
    expect(verified("fine\n", 0, "7").asked[1]).toMatch(/^secret-token\|issue\|close\|7\|--comment\|/);
    expect(verified("fine\n", 0).asked).toHaveLength(1);
  });

  it("fails, and asks for no issue, when the run itself failed", () => {
    const failed = verified("", 3);
    expect(failed).toMatchObject({ status: 3, asked: [""] });
  });
});
