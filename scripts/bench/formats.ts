/** What HTML and PDF of the real report cost: against the Markdown, and against the browser's own printing of that page. */
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { meansOf } from "../../src/app/artefacts.ts";
import { prepare } from "../../src/app/prepare.ts";
import { partsOf } from "../../src/emit/html/parts.ts";
import { toHtml } from "../../src/emit/html.ts";
import { paper } from "../../src/emit/pdf.ts";
import { openMachine } from "../../src/host/machine.ts";

const rounds = 7;
const root = fileURLToPath(new URL("../..", import.meta.url));
const program = join(root, "bin/dossier.js");
const { NODE_EXTRA_CA_CERTS: _, CI: __, ...env } = process.env;
const project = mkdtempSync(join(tmpdir(), "dossier-bench-"));

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
const say = (line: string) => process.stdout.write(`${line}\n`);
const show = (name: string, values: readonly number[]) =>
  say(`${name.padEnd(62)}${median(values).toFixed(0).padStart(7)} ms, fastest ${Math.min(...values).toFixed(0)} ms`);
const ratio = (name: string, a: readonly number[], b: readonly number[], most: string) =>
  say(
    `  ${name}: ${(median(a) / median(b)).toFixed(2)} of medians, ${(Math.min(...a) / Math.min(...b)).toFixed(2)} of the fastest (${most})`,
  );

function build(format: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [program, "build", "--draft", "--format", format], {
    cwd: project,
    env,
    encoding: "utf8",
  });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return performance.now() - start;
}

const host = openMachine({ root: project, program: root, env, stderr: process.stderr });
let edits = 0;
/** A run that has something to do: another sentence in one finding. */
const edit = () =>
  appendFileSync(
    join(project, "research/areas/performance/caching.md"),
    `\nWe infer nothing more from ${"x".repeat(++edits)}.\n`,
  );

async function print(): Promise<number> {
  const { report, dossier } = await prepare(host, [], { draft: true, formats: [] });
  if (!report || !dossier) throw new Error("no report");
  const html = await toHtml(report, partsOf(meansOf(dossier, host), "paper"), host.cache);
  const start = performance.now();
  const browser = await host.openBrowser();
  const page = await browser.open(html);
  await page.pdf(paper);
  await browser.close();
  return performance.now() - start;
}

try {
  for (const part of ["research", "docs/agents"])
    cpSync(join(root, part), join(project, part), { recursive: true, dereference: true });
  for (const format of ["md", "html", "pdf"]) build(format);
  const times = { md: [], html: [], pdf: [], print: [], again: [] } as Record<string, number[]>;
  // In turn, so that whatever else the machine does meets all of them.
  for (let round = 0; round < rounds; round++) {
    for (const format of ["md", "html", "pdf"]) {
      edit();
      (times[format] as number[]).push(build(format));
    }
    times["again"]?.push(build("html"));
    times["print"]?.push(await print());
  }
  const of = (name: string) => times[name] as number[];
  show("real: --format md, a body changed", of("md"));
  show("real: --format html, a body changed", of("html"));
  show("real: --format html, words as a PDF was made of", of("again"));
  ratio("--format html / --format md", of("html"), of("md"), "at most 2");
  show("real: --format pdf, a body changed", of("pdf"));
  show("real: the browser opens and prints that page", of("print"));
  ratio("--format pdf / the browser alone", of("pdf"), of("print"), "at most 1.5");
  const html = statSync(join(project, "output/production_ai_architecture_patterns.html")).size;
  say(`real: HTML of ${(html / 1e6).toFixed(2)} MB (below 2.5)`);
} finally {
  rmSync(project, { recursive: true, force: true });
}
