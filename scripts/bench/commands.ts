/** lint and build against `node -e 0`, Pandoc and markdownlint: on the real dossier and on a generated one. */
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sizes, writeWorkload } from "./workload.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dossier = join(root, "bin/dossier.js");
const { NODE_EXTRA_CA_CERTS: _, CI: __, ...env } = process.env;

interface Run {
  /** Milliseconds of wall time. */
  readonly ms: number;
  /** Peak resident memory in MB, where `/usr/bin/time` can tell. */
  readonly mb: number | undefined;
}

function run(command: string, args: readonly string[], cwd: string): Run {
  const start = performance.now();
  const { status, error, stderr } = spawnSync("/usr/bin/env", ["time", "-f", "%M", command, ...args], {
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const ms = performance.now() - start;
  if (error) throw error;
  if (status === null || status > 1) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
  const mb = Number(stderr.trim().split("\n").at(-1)) / 1024;
  return { ms, mb: Number.isFinite(mb) ? mb : undefined };
}

/** Median of `times` runs; `before` prepares each. */
function median(times: number, work: () => Run, before: (round: number) => void = () => {}): Run {
  const runs = Array.from({ length: times }, (_, round) => {
    before(round);
    return work();
  });
  return runs.sort((a, b) => a.ms - b.ms)[Math.floor(runs.length / 2)] as Run;
}

const rows: (readonly [string, Run, string])[] = [];

function show(what: string, result: Run, ratio: string): void {
  rows.push([what, result, ratio]);
  const memory = result.mb ? ` ${result.mb.toFixed(0).padStart(5)} MB` : "";
  process.stdout.write(`${what.padEnd(52)} ${result.ms.toFixed(0).padStart(7)} ms${memory}  ${ratio}\n`);
}

const has = (command: string) => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), "dossier-bench-"));
  try {
    const f = median(11, () => run("node", ["-e", "0"], folder));
    show("F: node -e 0", f, "");
    const timesF = ({ ms }: Run) => `${(ms / f.ms).toFixed(1)} F`;
    const ours = (args: readonly string[], cwd: string) => run("node", [dossier, ...args], cwd);
    const add = (name: string, result: Run) => show(name, result, timesF(result));

    add(
      "--version (at most 1.5 F)",
      median(11, () => ours(["--version"], folder)),
    );

    const real = join(folder, "real");
    for (const part of ["research", "docs"]) cpSync(join(root, part), join(real, part), { recursive: true });
    const finding = join(real, "research/areas/enterprise/multi-tenancy.md");
    const touch = (round: number) => appendFileSync(finding, `\nA change of round ${round}.\n`);
    const original = readFileSync(finding, "utf8");
    const cold = () => rmSync(join(real, "output"), { recursive: true, force: true });
    add(
      "real: build from nothing",
      median(3, () => ours(["build"], real), cold),
    );
    add(
      "real: lint, unchanged (at most 5 F)",
      median(7, () => ours(["lint"], real)),
    );
    add(
      "real: lint, one finding changed (at most 5 F)",
      median(7, () => ours(["lint"], real), touch),
    );
    add(
      "real: build, one finding changed (at most 7 F)",
      median(7, () => ours(["build"], real), touch),
    );
    add(
      "real: build, unchanged (at most 7 F)",
      median(7, () => ours(["build"], real)),
    );
    writeFileSync(finding, original);

    const generated = join(folder, "M");
    writeWorkload(generated, sizes.M);
    const clear = () => {
      rmSync(join(generated, "output"), { recursive: true, force: true });
      rmSync(join(generated, "docs"), { recursive: true, force: true });
    };
    const fromNothing = median(3, () => ours(["build"], generated), clear);
    const unchanged = median(5, () => ours(["build"], generated));
    const linted = median(3, () => ours(["lint"], generated), clear);
    add("M: build from nothing", fromNothing);
    add("M: build, unchanged", unchanged);
    add("M: lint from nothing", linted);
    if (has("pandoc")) {
      const csl = join(root, "templates/csl/dossier.csl");
      const args = [
        "--citeproc",
        "--bibliography=references.json",
        `--csl=${csl}`,
        "-t",
        "markdown",
        "-o",
        "out.md",
        "pandoc.md",
      ];
      const pandoc = median(3, () => run("pandoc", args, generated));
      show("M: pandoc --citeproc, Markdown out, the same style", pandoc, timesF(pandoc));
      process.stdout.write(`  build from nothing / pandoc: ${(fromNothing.ms / pandoc.ms).toFixed(2)} (at most 0.5)\n`);
      process.stdout.write(`  build unchanged / pandoc:    ${(unchanged.ms / pandoc.ms).toFixed(2)} (at most 0.1)\n`);
    } else process.stdout.write("pandoc is not installed: its rows are skipped\n");
    if (has("markdownlint-cli2")) {
      const peer = median(3, () => run("markdownlint-cli2", ["research/**/*.md"], generated));
      show(
        "M: markdownlint-cli2 on the same files",
        peer,
        `lint / it: ${(linted.ms / peer.ms).toFixed(2)} (at most 1)`,
      );
    } else process.stdout.write("markdownlint-cli2 is not installed: its row is skipped\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
