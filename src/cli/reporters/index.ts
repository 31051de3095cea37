/** Reporters: what was found, to text for somebody; one file and one line each. */
import type { LintReport } from "../../app/lint.ts";
import type { Host } from "../../core/host.ts";
import type { ReporterName } from "./names.ts";

/** Pure: findings in, text out. */
export type Reporter = (report: LintReport, host: Pick<Host, "files" | "env">) => string;

const reporters: Record<ReporterName, () => Promise<Reporter>> = {
  text: async () => (await import("./text.ts")).text,
  json: async () => (await import("./json.ts")).json,
  jsonl: async () => (await import("./jsonl.ts")).jsonl,
  sarif: async () => (await import("./sarif.ts")).sarif,
  github: async () => (await import("./github.ts")).github,
  junit: async () => (await import("./junit.ts")).junit,
  markdown: async () => (await import("./markdown.ts")).markdown,
};

export const reporterFor = (name: string | undefined): Promise<Reporter> =>
  reporters[(name ?? "text") as ReporterName]();
