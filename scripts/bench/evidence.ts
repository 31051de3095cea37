/** Import against the BibTeX parser alone, search for duplicates, the number rule in lint, fingerprints, and verify against fetching alone. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "@retorquere/bibtex-parser";
import { check } from "../../src/app/check.ts";
import { fromCsl } from "../../src/cite/csl-item.ts";
import { DuplicateIndex } from "../../src/cite/duplicates.ts";
import { bibtex } from "../../src/cite/formats/bibtex.ts";
import { findPins, pinOf } from "../../src/evidence/fingerprint.ts";
import { wordsOf } from "../../src/evidence/words.ts";
import { openMachine } from "../../src/host/machine.ts";
import { rules } from "../../src/lint/rules/index.ts";
import { bibliography } from "./bibliography.ts";
import { bareDossier, paragraphs, serve, writeSources } from "./site.ts";
import { sizes, writeWorkload } from "./workload.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { NODE_EXTRA_CA_CERTS: _, CI: __, ...env } = process.env;
const folder = mkdtempSync(join(tmpdir(), "dossier-bench-"));
const print = (what: string, value: string, note = "") =>
  process.stdout.write(`${what.padEnd(62)} ${value.padStart(12)}  ${note}\n`);
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** Milliseconds of user time of this process. */
async function userTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return process.cpuUsage(before).user / 1000;
}

/** The program on a project, in milliseconds of user and wall time. */
function dossier(project: string, args: readonly string[]): Promise<{ readonly user: number; readonly wall: number }> {
  return new Promise((resolve, reject) => {
    const command = ["time", "-f", "%U %e", process.execPath, join(root, "bin/dossier.js"), "-C", project, ...args];
    const child = spawn("/usr/bin/env", command, { env, stdio: ["ignore", "ignore", "pipe"] });
    let err = "";
    child.stderr.on("data", (chunk) => (err += chunk));
    child.on("close", (code) => {
      const [user = Number.NaN, wall = Number.NaN] = (err.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
      if (code === 0 && !Number.isNaN(wall)) resolve({ user: user * 1000, wall: wall * 1000 });
      else reject(new Error(`dossier ${args.join(" ")}: ${err}`));
    });
  });
}

async function importing(): Promise<void> {
  const project = join(folder, "import");
  bareDossier(project);
  writeFileSync(join(project, "existing.bib"), bibliography(1000, 100_000));
  await dossier(project, ["add-source", join(project, "existing.bib")]);
  const text = bibliography(7000);
  writeFileSync(join(project, "new.bib"), text);
  const parser = await userTime(() => parse(text));
  print("@retorquere/bibtex-parser alone, 7,000 entries", ms(parser), "user");
  const ours = await dossier(project, ["add-source", join(project, "new.bib")]);
  const ratio = `user, ${ms(ours.wall)} wall: ${(ours.user / parser).toFixed(2)} of the parser (at most 1)`;
  print("import of the same, checked against 1,000 sources, written", ms(ours.user), ratio);
}

async function duplicates(): Promise<void> {
  const read = async (text: string) =>
    ((await bibtex.read?.(text, "x.bib"))?.records ?? []).map(({ item }) => fromCsl(item).record);
  const known = await read(bibliography(10_000));
  const index = new DuplicateIndex(known.map((record, at) => [`k${at}`, record] as const));
  // Without identifiers and years every title has to be compared.
  const queries = (await read(bibliography(200, 50_000))).map(({ type, title }) => ({
    type,
    ...(title ? { title } : {}),
  }));
  const time = await userTime(() => queries.map((query) => index.find(query)));
  print("search for a duplicate among 10,000 sources, by title alone", ms(time / queries.length), "(at most 50 ms)");
}

async function numberRule(): Promise<void> {
  const project = join(folder, "lint");
  writeWorkload(project, sizes.M);
  const host = openMachine({ root: project, program: root, env: { CI: "1" }, stderr: process.stderr });
  let share = 0;
  const timed = rules.map((rule) => {
    if (rule.id !== "number-has-origin" || !("checkEntry" in rule)) return rule;
    const checkEntry: typeof rule.checkEntry = (...asked) => {
      const start = performance.now();
      const count = rule.checkEntry(...asked);
      share += performance.now() - start;
      return count;
    };
    return { ...rule, checkEntry };
  });
  const start = performance.now();
  await check(host, timed);
  const whole = performance.now() - start;
  print(
    "number-has-origin over 400 findings",
    ms(share),
    `${((100 * share) / whole).toFixed(1)} % of lint's ${ms(whole)} (at most 25 %)`,
  );
}

async function fingerprints(): Promise<void> {
  const text = Array.from({ length: 100 }, (_, page) => paragraphs(page).join("\n")).join("\n");
  const absent = [20, 25, 30, 35, 40].map((length) => {
    const { pin } = pinOf(Array.from({ length }, (_, at) => `absent${at}`).join(" "));
    if (!pin) throw new Error("a passage without fingerprint");
    return pin;
  });
  const words = wordsOf(text);
  const looking = await userTime(() => findPins(words, absent));
  const splitting = await userTime(() => wordsOf(text));
  const speed = (time: number) => `${(text.length / 1e3 / time).toFixed(0)} MB/s`;
  print("a text as words", speed(splitting));
  print("five fingerprints of different lengths in it", speed(looking / absent.length), "each (at least 50 MB/s)");
}

async function verifying(): Promise<void> {
  const pages = 1000;
  const project = join(folder, "verify");
  const site = await serve(16);
  try {
    writeSources(project, pages, site.bases);
    const fetchAll = () =>
      Promise.all(
        site.bases.map(async (base, host) => {
          for (let page = host; page < pages; page += site.bases.length)
            await (await fetch(`${base}/pages/${page}`)).arrayBuffer();
        }),
      );
    // The first time the pages are made.
    await fetchAll();
    const start = performance.now();
    await fetchAll();
    print(
      "fetch of 1,000 pages of 100 kB from 16 hosts, and no more",
      ms(performance.now() - start),
      "wall, with the server in one process",
    );
    const ours = await dossier(project, ["verify", "--allow-private"]);
    print(
      "verify of the same, five facts each",
      ms(ours.user),
      `user, ${ms(ours.wall)} wall: ${ms(ours.user / pages)} of processor a page`,
    );
  } finally {
    site.close();
  }
}

try {
  if (spawnSync("/usr/bin/env", ["time", "true"]).status !== 0) throw new Error("GNU time is not installed");
  for (const part of [importing, duplicates, numberRule, fingerprints, verifying]) await part();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
