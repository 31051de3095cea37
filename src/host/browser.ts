/** Finds a browser and launches it without network; what it writes is removed when it is closed. */
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser as Chromium } from "puppeteer";
import type { Browser } from "../core/browser.ts";
import type { Progress } from "../core/host.ts";
import { UserError } from "../core/user-error.ts";
import { openPage } from "./browser-page.ts";
import { bundledChromium, type Candidate } from "./bundled-chromium.ts";
import { installedBrowsers, isProgram } from "./installed-browsers.ts";

export interface BrowserOptions {
  /** Path of the browser that the user chose; no other is tried then. */
  readonly executable?: string;
  /** The user asks for a browser without its sandbox, as some containers need it. */
  readonly noSandbox?: boolean;
  readonly env: (name: string) => string | undefined;
  readonly progress: Progress;
}

const flags = [
  // Nothing can be reached: no name resolves, no address connects, and each page is offline as well.
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-quic",
  "--disable-sync",
  "--no-pings",
  "--no-first-run",
  "--no-default-browser-check",
  // The same picture on every machine that has the same fonts.
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--force-device-scale-factor=1",
  "--lang=en-US",
  "--disable-gpu",
];

/** What Chromium may know of the environment: enough to run, nothing that changes a picture. */
const variables = [
  ..."PATH HOME TMPDIR TEMP TMP SystemRoot LOCALAPPDATA APPDATA USERPROFILE ProgramFiles ProgramFiles(x86)".split(" "),
  ..."XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_RUNTIME_DIR FONTCONFIG_PATH FONTCONFIG_FILE LD_LIBRARY_PATH".split(
    " ",
  ),
];

const prefix = "dossier-browser-";

/** Opens the first browser that runs: the chosen one, an installed one, the bundled one. Throws UserError (3) when none does. */
export async function openBrowser(options: BrowserOptions): Promise<Browser> {
  const { env, progress } = options;
  const root = isRoot();
  if (root || options.noSandbox)
    progress.step(`Starting the browser without its sandbox (${root ? "it can't have one as root" : "as asked"})`);
  else progress.step("Starting the browser");
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), prefix));
  const failures: string[] = [];
  try {
    for await (const candidate of candidates(options)) {
      try {
        return await launch(candidate, folder, root || options.noSandbox === true, env);
      } catch (error) {
        failures.push(`${candidate.executable}: ${firstLine(error)}`);
      }
    }
    throw noBrowser(failures);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** In the order in which they are tried; the bundled one is unpacked only when its turn comes. */
async function* candidates({ executable, env, progress }: BrowserOptions): AsyncGenerator<Candidate> {
  if (executable !== undefined) {
    if (!isProgram(executable))
      throw new UserError(
        `Unexpected browser “${executable}”, expected the path of a program.`,
        "Correct the setting or leave it out.",
      );
    yield { executable };
    return;
  }
  for (const installed of installedBrowsers(env)) yield { executable: installed };
  yield* await bundledChromium(env, progress);
}

async function launch(
  { executable, env: extra }: Candidate,
  folder: string,
  noSandbox: boolean,
  env: (name: string) => string | undefined,
): Promise<Browser> {
  const { default: puppeteer } = await import("puppeteer");
  const profile = join(folder, "profile");
  await mkdir(profile, { recursive: true });
  const passed = Object.fromEntries(variables.flatMap((name) => (env(name) === undefined ? [] : [[name, env(name)]])));
  const chromium: Chromium = await puppeteer.launch({
    executablePath: executable,
    headless: "shell",
    // A pipe ends with this process and, unlike a port, is open to nobody else.
    pipe: true,
    // Puppeteer would otherwise end the browser on a signal and keep this process alive, or end it in its own way.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    userDataDir: profile,
    args: noSandbox ? [...flags, "--no-sandbox"] : flags,
    env: { ...passed, TZ: "UTC", LANG: "C.UTF-8", ...extra },
    timeout: 30_000,
    protocolTimeout: 600_000,
  });
  const require = createRequire(import.meta.url);
  let pages = 0;
  let closed: Promise<void> | undefined;
  return {
    packageUrl: (file) => pathToFileURL(require.resolve(file)).href,
    async open(html) {
      const path = join(folder, `${++pages}.html`);
      await writeFile(path, html);
      return openPage(chromium, pathToFileURL(path).href);
    },
    close() {
      closed ??= chromium
        .close()
        .catch(() => void chromium.process()?.kill("SIGKILL"))
        .then(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }));
      return closed;
    },
  };
}

/** Removes what runs left behind that were killed before they could. */
async function sweep(): Promise<void> {
  const yesterday = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const path = join(tmpdir(), name);
    const age = await stat(path).catch(() => undefined);
    if (age && age.mtimeMs < yesterday) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRoot(): boolean {
  try {
    return userInfo().uid === 0;
  } catch {
    // A container may run under a number that no account has; it isn't 0.
    return false;
  }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.split("\n").map((line) => line.trim());
  // Puppeteer's own first line says only that it failed; Chromium says why.
  return lines.find((line) => /No usable sandbox|shared libraries|ERROR|FATAL/.test(line)) ?? lines[0] ?? "";
}

function noBrowser(failures: readonly string[]): UserError {
  const tried = failures.length > 0 ? ` Tried: ${failures.join("; ")}.` : "";
  const sandbox = failures.some((failure) => /sandbox/i.test(failure))
    ? "This machine gives Chromium no sandbox: allow user namespaces, or set DOSSIER_NO_SANDBOX=1 if you trust the diagrams."
    : "Install Chrome or Chromium, or set DOSSIER_BROWSER to the path of one; on Linux x64, “npm install @sparticuz/chromium” is enough.";
  return new UserError(`No browser could be started.${tried}`, sandbox, 3);
}
