/** The real machine: one project's files, its cache, the terminal and the clock. */
import type { Cache, Host } from "../core/host.ts";
import { UserError } from "../core/user-error.ts";
import { DiskCache } from "./disk-cache.ts";
import { DiskFiles } from "./disk-files.ts";
import { openIsolate } from "./isolate.ts";
import { MemoryCache } from "./memory-files.ts";
import { type Stream, TerminalProgress } from "./terminal-progress.ts";

export interface Machine extends Host {
  readonly cache: Cache & { flush(): void };
}

export interface MachineSettings {
  /** Folder of the project. */
  readonly root: string;
  /** Folder of the installed program. */
  readonly program: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stderr: Stream;
}

export function openMachine({ root, program, env, stderr }: MachineSettings): Machine {
  const files = new DiskFiles(root);
  const progress = new TerminalProgress(stderr);
  const variable = (name: string) => env[name] || undefined;
  return {
    files,
    // A repository could bring a forged cache along: where its content is judged, none is read.
    cache: variable("CI") ? Object.assign(new MemoryCache(), { flush: () => {} }) : new DiskCache(files),
    progress,
    packaged: new DiskFiles(program),
    openIsolate,
    async openBrowser() {
      const { openBrowser } = await import("./browser.ts");
      const executable = variable("DOSSIER_BROWSER");
      return openBrowser({
        env: variable,
        progress,
        noSandbox: variable("DOSSIER_NO_SANDBOX") === "1",
        ...(executable ? { executable } : {}),
      });
    },
    async openFetch(settings) {
      const { openFetch } = await import("./fetch.ts");
      const contact = variable("DOSSIER_CONTACT");
      const allowPrivate = settings.allowPrivate || variable("DOSSIER_ALLOW_PRIVATE") === "1";
      return openFetch({ allowPrivate, ...(contact ? { contact } : {}) });
    },
    now: () => clock(variable("SOURCE_DATE_EPOCH")),
    env: variable,
  };
}

/** SOURCE_DATE_EPOCH: seconds since 1970, see reproducible-builds.org. */
function clock(epoch: string | undefined): Date {
  if (!epoch) return new Date();
  if (!/^\d+$/.test(epoch)) throw new UserError(`SOURCE_DATE_EPOCH is “${epoch}”, expected seconds since 1970.`);
  return new Date(Number(epoch) * 1000);
}
