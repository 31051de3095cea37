/** lint and build against `node -e 0`, Pandoc and markdownlint: on the real dossier and on a generated one. */
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sizes, writeWorkload } from "./workload.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { NODE_EXTRA_CA_CERTS: _, CI: __, ...env } = process.env;

/** Of one run; seconds of processor time are what a busy machine disturbs least. */
interface Run {
  /** Milliseconds of user time, of all threads. */
  readonly user: number;
  /** Milliseconds of wall time. */
  readonly wall: number;
  /** Peak resident memory in MB. */
  readonly mb: number;
}

/** One run, or the mean of `times` in a row where the clock of `time` (10 ms) is too coarse for one. */
function run(command: string, args: readonly string[], cwd: string, times = 1): Run {
  const loop = `i=0; while [ $i -lt ${times} ]; do "$0" "$@" >/dev/null || [ $? -eq 1 ] || exit 2; i=$((i+1)); done`;
  const { status, error, stderr } = spawnSync(
    "/usr/bin/env",
    ["time", "-f", "%U %e %M", "sh", "-c", loop, command, ...args],
    { cwd, env, encoding: "utf8", maxBuffer: 1e9 },
  );
  if (error) throw error;
  const [user = Number.NaN, wall = Number.NaN, kb = Number.NaN] = (stderr.trim().split("\n").at(-1) ?? "")
    .split(" ")
    .map(Number);
  if (status !== 0 || Number.isNaN(user)) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
  return { user: (1000 * user) / times, wall: (1000 * wall) / times, mb: kb / 1024 };
}

/** Medians of several works, done in turns, so that a machine that is busy for a while is so for all of them. */
function medians(rounds: number, works: readonly ((round: number) => Run)[]): Run[] {
  const runs = works.map((): Run[] => []);
  for (let round = 0; round < rounds; round++) for (const [at, work] of works.entries()) runs[at]?.push(work(round));
  return runs.map((of) => {
    const middle = (value: (one: Run) => number) =>
      of.map(value).sort((one, other) => one - other)[Math.floor(of.length / 2)] as number;
    return { user: middle(({ user }) => user), wall: middle(({ wall }) => wall), mb: middle(({ mb }) => mb) };
  });
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const number = (value: number, width: number) => value.toFixed(0).padStart(width);
const has = (command: string) => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;

/** The program as it is now, so that nobody's next bundle disturbs the runs. */
function copyProgram(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const part of ["bin", "dist", "templates", "package.json"])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return join(folder, "bin/dossier.js");
}

/** The report's own text with its citations as Pandoc writes them, without anchors and without the list that Pandoc makes itself. */
function asPandoc(report: string): string {
  return report
    .replace(/^\d+\. <a id="ref-.*\n/gm, "")
    .replace(/<a id="cite-\d+-\d+" href="#ref-(?<key>[^"]+)">[^<]*<\/a>/g, "[@$<key>]")
    .replace(/<a id="[^"]*"><\/a>/g, "");
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), "dossier-bench-"));
  try {
    const dossier = copyProgram(join(folder, "program"));
    const csl = join(root, "templates/csl/dossier.csl");
    const show = (what: string, result: Run, times = "") => {
      say(
        `${what.padEnd(54)}${number(result.user, 7)} ms user ${number(result.wall, 7)} ms wall ${number(result.mb, 5)} MB ${times}`,
      );
      return result;
    };
    /** In turns with `node -e 0`, F, which is what a command can cost at least. */
    const againstNode = (rounds: number, title: string, work: () => Run) => {
      const [f, result] = medians(rounds, [() => run("node", ["-e", "0"], folder, 5), work]) as [Run, Run];
      const times = `${(result.user / f.user).toFixed(1).padStart(6)} F user ${(result.wall / f.wall).toFixed(1).padStart(6)} F wall`;
      return show(title, result, `${times} of ${number(f.wall, 2)} ms`);
    };
    const compare = (what: string, ours: Run, peer: Run, most: string) =>
      say(
        `  ${what}: ${(ours.user / peer.user).toFixed(2)} by user time, ${(ours.wall / peer.wall).toFixed(2)} by wall time (${most})`,
      );
    const ours = (args: readonly string[], cwd: string, times = 1) => run("node", [dossier, ...args], cwd, times);
    const pandoc = (cwd: string) => {
      const files = ["--bibliography=references.json", `--csl=${csl}`, "-o", "out.md", "pandoc.md"];
      return run("pandoc", ["--citeproc", "-t", "markdown", ...files], cwd);
    };
    const againstPandoc = (name: string, build: () => Run, cwd: string, title: string, most: string): Run => {
      if (!has("pandoc")) {
        say(`pandoc is not installed: ${name} is not compared`);
        return show(title, medians(3, [build])[0] as Run);
      }
      const [ours, peer] = medians(5, [build, () => pandoc(cwd)]) as [Run, Run];
      show(title, ours);
      show(`${name}: pandoc --citeproc, Markdown out, the same style`, peer);
      compare(`${name}: build from nothing / pandoc on the same text and sources`, ours, peer, most);
      return peer;
    };
    againstNode(7, "--version (at most 1.5 F)", () => ours(["--version"], folder, 5));

    const real = join(folder, "real");
    for (const part of ["research", "docs"]) cpSync(join(root, part), join(real, part), { recursive: true });
    const finding = join(real, "research/areas/enterprise/multi-tenancy.md");
    const original = readFileSync(finding, "utf8");
    const letters = (round: number) => String.fromCharCode(97 + (round % 26)).repeat(3 + Math.floor(round / 26));
    let round = 0;
    // A sentence of our own has no figure and needs no citation: nothing is to be reported, and a build goes on.
    const body = () => appendFileSync(finding, `\nWe infer nothing more from ${letters(round++)}.\n`);
    const field = () =>
      writeFileSync(
        finding,
        original.replace(/^title: .*/m, (line) => `${line} ${letters(round++)}`),
      );
    const cold = () => rmSync(join(real, "output"), { recursive: true, force: true });
    ours(["build"], real);
    writeFileSync(
      join(real, "pandoc.md"),
      asPandoc(readFileSync(join(real, "docs/agents/research/production_ai_architecture_patterns.md"), "utf8")),
    );
    ours(["export", "--cited", "--format", "csl-json", "--out", "references.json"], real);
    const realFromNothing = () => {
      cold();
      return ours(["build"], real);
    };
    againstPandoc("real", realFromNothing, real, "real: build from nothing, diagrams rendered", "at most 1");
    againstNode(7, "real: lint, unchanged (at most 5 F)", () => ours(["lint"], real));
    againstNode(7, "real: lint, a body changed (at most 5 F)", () => {
      body();
      return ours(["lint"], real);
    });
    againstNode(5, "real: lint, a field changed (at most 5 F)", () => {
      field();
      return ours(["lint"], real);
    });
    againstNode(7, "real: build, a body changed (at most 7 F)", () => {
      body();
      return ours(["build"], real);
    });
    againstNode(7, "real: build, unchanged (at most 7 F)", () => ours(["build"], real));
    const generated = join(folder, "M");
    writeWorkload(generated, sizes.M);
    const clear = () => {
      for (const part of ["output", "docs"]) rmSync(join(generated, part), { recursive: true, force: true });
    };
    const builtFromNothing = () => {
      clear();
      return ours(["build"], generated);
    };
    const peer = againstPandoc("M", builtFromNothing, generated, "M: build from nothing (below 400 MB)", "at most 0.5");
    const unchanged = againstNode(5, "M: build, unchanged", () => ours(["build"], generated));
    if (has("pandoc")) compare("M: build, unchanged / pandoc", unchanged, peer, "at most 0.1");
    const lintFromNothing = () => {
      clear();
      return ours(["lint"], generated);
    };
    if (has("markdownlint-cli2")) {
      const markdownlint = () => run("markdownlint-cli2", ["research/**/*.md"], generated);
      const [linted, other] = medians(3, [lintFromNothing, markdownlint]) as [Run, Run];
      show("M: lint from nothing", linted);
      show("M: markdownlint-cli2 on the same files", other);
      compare("M: lint from nothing / markdownlint-cli2", linted, other, "at most 1");
    } else {
      say("markdownlint-cli2 is not installed: lint is not compared");
      show("M: lint from nothing", medians(3, [lintFromNothing])[0] as Run);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
