/** The Chromium inside the optional package `@sparticuz/chromium` (Linux x64), unpacked once a user. */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, homedir, platform } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Progress } from "../core/host.ts";

/** A browser to try, with the environment that it needs beyond the usual. */
export interface Candidate {
  readonly executable: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * The package unpacks to fixed names in the shared temporary folder, where others could plant a program and two runs
 * would trip over each other. A worker with a `TMPDIR` of its own sends it to a private place; a rename publishes it.
 * The pretended Lambda makes it unpack the system libraries (NSS, Expat) that a slim image lacks, too.
 */
const unpacker = `
  const { parentPort, workerData } = require("node:worker_threads");
  import(workerData).then((module) => module.default.executablePath()).then((path) => parentPort.postMessage(path));
`;

/** The bundled Chromium with its own libraries, then with the system's; none where the package has no build or is not installed. */
export async function bundledChromium(
  env: (name: string) => string | undefined,
  progress: Progress,
): Promise<Candidate[]> {
  if (platform() !== "linux" || arch() !== "x64") return [];
  const found = locatePackage();
  if (!found) return [];
  const caches = join(env("XDG_CACHE_HOME") ?? join(homedir(), ".cache"), "dossier");
  const folder = join(caches, `chromium-${found.version}`);
  if (!existsSync(folder)) {
    progress.step("Unpacking Chromium (once)");
    await mkdir(caches, { recursive: true, mode: 0o700 });
    const unfinished = await mkdtemp(join(caches, "unpacking-"));
    try {
      await unpack(found.entry, unfinished);
      await writeFile(join(unfinished, "fonts", "fonts.conf"), fontsConf(folder));
      await rename(unfinished, folder).catch((error) => {
        // Another run was faster: its folder is as good as ours.
        if (!existsSync(folder)) throw error;
      });
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  }
  const executable = join(folder, "chromium");
  const fonts: Record<string, string> = existsSync("/etc/fonts/fonts.conf")
    ? {}
    : { FONTCONFIG_PATH: join(folder, "fonts") };
  return [
    { executable, env: { ...fonts, LD_LIBRARY_PATH: join(folder, "al2023", "lib") } },
    { executable, env: fonts },
  ];
}

function locatePackage(): { entry: string; version: string } | undefined {
  try {
    const require = createRequire(import.meta.url);
    const entry = require.resolve("@sparticuz/chromium");
    // build/cjs/index.cjs; its package.json is not exported, so it is read by its place.
    const version = (require(join(dirname(entry), "..", "..", "package.json")) as { version: string }).version;
    return { entry, version };
  } catch {
    return undefined;
  }
}

function unpack(entry: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(unpacker, {
      eval: true,
      execArgv: [],
      workerData: pathToFileURL(entry).href,
      env: { TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
    });
    worker.once("message", () => resolve());
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("unpacking Chromium ended early")));
  });
}

/** The package's own font configuration names fixed folders; this one names ours. */
const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;
