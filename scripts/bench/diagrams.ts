/** Fifty changed diagrams: ours against one mmdc process a diagram and against renderMermaid on one browser. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { renderDiagrams } from "../../src/diagram/render.ts";
import { openBrowser } from "../../src/host/browser.ts";
import { bundledChromium } from "../../src/host/bundled-chromium.ts";
import { installedBrowsers } from "../../src/host/installed-browsers.ts";

const count = 50;
const env = (name: string) => process.env[name] || undefined;
const progress = { step: () => undefined, done: () => undefined };

/** Texts of the size that a report has, of six kinds in turn, no two alike; `round` makes them new again. */
function texts(round: string): { id: string; code: string }[] {
  const names = "gateway router cache local hosted ledger judge queue store audit".split(" ");
  const kinds: readonly ((n: number) => string)[] = [
    (n) =>
      `flowchart LR\n${names.map((name, i) => `  ${name}[${name} ${n}] -->|step ${i}| ${names[(i + 1 + (n % 3)) % 10]}`).join("\n")}`,
    (n) =>
      `sequenceDiagram\n${names
        .slice(1)
        .map((name, i) => `  ${names[i]}->>${name}: call ${n}.${i}\n  ${name}-->>${names[i]}: answer`)
        .join("\n")}`,
    (n) =>
      `stateDiagram-v2\n  [*] --> ${names[0]}\n${names
        .slice(1)
        .map((name, i) => `  ${names[i]} --> ${name} : event ${n}`)
        .join("\n")}`,
    (n) =>
      `classDiagram\n${names
        .slice(1)
        .map((name, i) => `  ${names[i]} <|-- ${name} : is ${n}\n  ${name} : +run(x) int`)
        .join("\n")}`,
    (n) =>
      `erDiagram\n${names
        .slice(1)
        .map((name, i) => `  ${names[i]} ||--o{ ${name} : has\n  ${name} { string id PK\n    int tokens "${n}" }`)
        .join("\n")}`,
    (n) =>
      `gantt\n  dateFormat YYYY-MM-DD\n  section Phase ${n}\n${names.map((name, i) => `  ${name} :t${i}, 2026-0${1 + (i % 9)}-01, ${10 + (n % 7)}d`).join("\n")}`,
  ];
  return Array.from({ length: count }, (_, n) => ({
    id: `d${n}`,
    code: `${(kinds[n % kinds.length] as (n: number) => string)(n)}\n%% ${round}\n`,
  }));
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function ours(round: number): Promise<number> {
  const cache = { get: () => undefined, set: () => undefined };
  return timed(async () => {
    const { svgs } = await renderDiagrams(texts(`${round}`), {
      cache,
      progress,
      openBrowser: () => openBrowser({ env, progress }),
    });
    if (svgs.size !== count) throw new Error(`${svgs.size} of ${count} diagrams were drawn`);
  });
}

/** mermaid-cli as its README has it: a process each, a browser each. */
async function mmdc(executable: string, extra: Readonly<Record<string, string>>, folder: string): Promise<number[]> {
  const cli = join(dirname(fileURLToPath(import.meta.resolve("@mermaid-js/mermaid-cli"))), "cli.js");
  const settings = join(folder, "puppeteer.json");
  writeFileSync(settings, JSON.stringify({ executablePath: executable, headless: "shell", args: ["--no-sandbox"] }));
  const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env;
  const times: number[] = [];
  for (const { id, code } of texts("mmdc").slice(0, 3)) {
    const input = join(folder, `${id}.mmd`);
    writeFileSync(input, code);
    times.push(
      await timed(() => {
        const run = spawnSync(process.execPath, [cli, "-q", "-p", settings, "-i", input, "-o", `${input}.svg`], {
          env: { ...inherited, ...extra },
        });
        if (run.status !== 0) throw new Error(`mmdc failed: ${run.stderr}`);
      }),
    );
  }
  return times;
}

/** mermaid-cli's own function, one browser for all. */
async function renderMermaidEach(executable: string, extra: Readonly<Record<string, string>>): Promise<number> {
  const { renderMermaid } = await import("@mermaid-js/mermaid-cli");
  const { default: puppeteer } = await import("puppeteer");
  return timed(async () => {
    const browser = await puppeteer.launch({
      executablePath: executable,
      headless: "shell",
      args: ["--no-sandbox"],
      env: { ...process.env, ...extra },
    });
    for (const { code } of texts("each")) await renderMermaid(browser as never, code, "svg");
    await browser.close();
  });
}

/** Prints medians and ratios. */
export async function benchDiagrams(print: (line: string) => void): Promise<void> {
  const candidates = [
    ...installedBrowsers(env).map((executable) => ({ executable, env: {} })),
    ...(await bundledChromium(env, progress)),
  ];
  const browser = candidates[0];
  if (!browser) {
    print("diagrams: skipped, there is no browser on this machine");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "dossier-bench-"));
  try {
    const own = [await ours(1), await ours(2), await ours(3)];
    const each = await renderMermaidEach(browser.executable, browser.env ?? {});
    const processes = await mmdc(browser.executable, browser.env ?? {}, folder);
    const mine = median(own);
    const cli = median(processes) * count;
    print(`diagrams: ${count} changed, times in ms`);
    print(
      `  ours, browser included, median of 3: ${mine.toFixed(0)} (${own.map((time) => time.toFixed(0)).join(", ")})`,
    );
    print(`  renderMermaid for each on one browser: ${each.toFixed(0)}, ${(each / mine).toFixed(1)} times ours`);
    print(`  one mmdc process each: ${cli.toFixed(0)}, ${(cli / mine).toFixed(1)} times ours`);
    print(`    (${count} times the median of 3 runs: ${processes.map((time) => time.toFixed(0)).join(", ")})`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await benchDiagrams(console.log);
