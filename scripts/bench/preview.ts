/** From saving a finding to its new words in the preview, on a copy of the real report, against a build from nothing. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const rounds = 15;
const program = fileURLToPath(new URL("../../bin/dossier.js", import.meta.url));
const research = fileURLToPath(new URL("../../research", import.meta.url));
const project = mkdtempSync(join(tmpdir(), "dossier-bench-"));
const finding = join(project, "research/areas/performance/caching.md");
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
const show = (name: string, ms: number) => process.stdout.write(`${name.padEnd(58)}${ms.toFixed(0).padStart(8)} ms\n`);

/** Calls back with every event of the page's stream. */
async function listen(address: string, heard: (event: string, data: string) => void): Promise<void> {
  const html = await (await fetch(address)).text();
  const path = /dossierLive\("([^"]+)"\)/.exec(html)?.[1] as string;
  await new Promise<void>((resolve) =>
    get(new URL(path, address), (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
          const [, event = "", data = ""] = /^(?:id: \d+\n)?event: (.*)\ndata: (.*)$/s.exec(text.slice(0, end)) ?? [];
          text = text.slice(end + 2);
          if (event) heard(event, data);
        }
      });
      resolve();
    }).on("error", () => undefined),
  );
}

try {
  cpSync(research, join(project, "research"), { recursive: true, dereference: true });
  // Pictures are drawn first: a cold build is one without what earlier builds learnt, not one without a browser.
  spawnSync(process.execPath, [program, "build", "--draft", "--format", "md"], { cwd: project, env, stdio: "ignore" });
  rmSync(join(project, "output/.cache"), { recursive: true, force: true });
  const start = performance.now();
  spawnSync(process.execPath, [program, "build", "--draft", "--format", "html"], {
    cwd: project,
    env,
    stdio: "ignore",
  });
  const cold = performance.now() - start;

  const preview = spawn(process.execPath, [program, "preview", "--port", "4700"], {
    cwd: project,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [address] = (await new Promise<string[]>((resolve) =>
    createInterface(preview.stdout).once("line", (line) => resolve([line])),
  )) as [string];
  let waiting: ((event: string, data: string) => void) | undefined;
  await listen(address, (event, data) => waiting?.(event, data));
  const original = readFileSync(finding, "utf8");
  const words: number[] = [];
  const findings: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const mark = `Round ${round} of the measurement.`;
    await new Promise<void>((resolve) => {
      const saved = performance.now();
      waiting = (event, data) => {
        if ((event === "sections" && data.includes(mark)) || event === "page") words.push(performance.now() - saved);
        if (event === "findings") {
          findings.push(performance.now() - saved);
          resolve();
        }
      };
      writeFileSync(finding, `${original.trimEnd()}\n\n${mark}\n`);
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  preview.kill("SIGINT");
  show("build --format html from nothing, diagrams present", cold);
  show(`preview: saved to new words in the page, median of ${rounds}`, median(words));
  show("preview: saved to new findings", median(findings));
} finally {
  rmSync(project, { recursive: true, force: true });
}
