/** Dossier for other programs: its verbs as functions that answer with data, print nothing and set no exit code. */
import type { BuildResult } from "../app/build.ts";
import type { CheckOptions } from "../app/check.ts";
import type { LintReport } from "../app/lint.ts";
import type { BuildOptions as PrepareOptions } from "../app/prepare.ts";
import type { Dossier } from "../model/dossier.ts";
import { inFolder } from "./open.ts";

export type { Diagnostic, Severity } from "../core/diagnostic.ts";
export { UserError } from "../core/user-error.ts";
export type { Entry } from "../model/entry.ts";
export type { BuildResult, Dossier, LintReport };

export type LintOptions = CheckOptions;

export interface BuildOptions extends PrepareOptions {
  /** Write nothing; `stale` says what is out of date. */
  readonly check?: boolean;
}

const silent = { write: () => undefined };

/** Everything in `research/` of a folder, typed. Files with errors are left out; `lint` says what is wrong with them. */
export const loadDossier = (folder = "."): Promise<Dossier> =>
  inFolder(folder, silent, async (host) => (await import("../app/load-dossier.ts")).loadDossier(host));

/** What `dossier lint` reports. */
export const lint = (folder = ".", options: LintOptions = {}): Promise<LintReport> =>
  inFolder(folder, silent, async (host) => (await import("../app/lint.ts")).lintReport(host, options));

/** What `dossier build` does: errors are in `diagnostics`, and then nothing is written. */
export const build = (folder = ".", { check = false, ...options }: BuildOptions = {}): Promise<BuildResult> =>
  inFolder(folder, silent, async (host) => (await import("../app/build.ts")).build(host, options, check));
