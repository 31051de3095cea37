/** Fifty changed diagrams: ours against one mmdc process a diagram and against renderMermaid on one browser. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
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

interface Peer {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
  /** A folder to write to. */
  readonly folder: string;
}

/** mermaid-cli as its README has it: a process and a browser for one diagram. */
async function mmdc({ executable, env: extra, folder }: Peer, round: number): Promise<number> {
  const cli = join(dirname(fileURLToPath(import.meta.resolve("@mermaid-js/mermaid-cli"))), "cli.js");
  const settings = join(folder, "puppeteer.json");
  writeFileSync(settings, JSON.stringify({ executablePath: executable, headless: "shell", args: ["--no-sandbox"] }));
  const input = join(folder, `${round}.mmd`);
  writeFileSync(input, texts("mmdc")[round]?.code ?? "");
  // Node 20 reads this file at every start; it is taken from both sides.
  const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env;
  const env = { ...inherited, ...extra };
  return timed(() => {
    const run = spawnSync(process.execPath, [cli, "-q", "-p", settings, "-i", input, "-o", `${input}.svg`], { env });
    if (run.status !== 0) throw new Error(`mmdc failed: ${run.stderr}`);
  });
}

/** mermaid-cli's own function for some of the diagrams, one browser for all. */
async function renderMermaidEach({ executable, env: extra }: Peer, some: number): Promise<number> {
  const { renderMermaid } = await import("@mermaid-js/mermaid-cli");
  const { default: puppeteer } = await import("puppeteer");
  const env = { ...process.env, ...extra };
  return timed(async () => {
    const browser = await puppeteer.launch({
      executablePath: executable,
      headless: "shell",
      args: ["--no-sandbox"],
      env,
    });
    for (const { code } of texts("each").slice(0, some)) await renderMermaid(browser as never, code, "svg");
    await browser.close();
  });
}

/** Prints medians and ratios of three rounds; each round runs all three, so that a busy machine is busy for all. */
async function main(print: (line: string) => void): Promise<void> {
  const installed = installedBrowsers(env).map((executable) => ({ executable, env: {} }));
  const found = [...installed, ...(await bundledChromium(env, progress))][0];
  if (!found) {
    print("diagrams: skipped, there is no browser on this machine");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "dossier-bench-"));
  const peer: Peer = { executable: found.executable, env: found.env ?? {}, folder };
  const part = 10;
  const rounds: { own: number; each: number; cli: number }[] = [];
  try {
    for (const round of [0, 1, 2]) {
      const own = await ours(round);
      const each = ((await renderMermaidEach(peer, part)) * count) / part;
      rounds.push({ own, each, cli: (await mmdc(peer, round)) * count });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const middle = (of: (round: (typeof rounds)[number]) => number) => median(rounds.map(of));
  const line = (name: string, key: "each" | "cli") =>
    `  ${name}: ${middle((round) => round[key]).toFixed(0)} ms, ${middle((round) => round[key] / round.own).toFixed(1)} times ours`;
  print(`diagrams: ${count} changed, medians of ${rounds.length} rounds`);
  print(`  ours, browser included: ${middle(({ own }) => own).toFixed(0)} ms`);
  print(line(`renderMermaid for each on one browser (${part} measured, times ${count / part})`, "each"));
  print(line(`one mmdc process each (one a round measured, times ${count})`, "cli"));
}

await main(console.log);
