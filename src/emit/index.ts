/** Every format of the report, one line each; a test compares this list with the folder. */
import type { Report } from "../compose/report.ts";
import type { Host } from "../core/host.ts";
import type { UserError } from "../core/user-error.ts";

/** What a format needs of the machine; only paper needs a browser. */
export type Means = Pick<Host, "cache" | "openBrowser" | "progress"> & {
  /** A template by its name, the project's own before ours; undefined when there is none. */
  readonly template: (name: string) => Uint8Array | undefined;
};

export interface Emitted {
  /** Missing when the format can't be made on this machine. */
  readonly data?: string | Uint8Array;
  /** Why it is missing, or why it is incomplete. */
  readonly failure?: UserError;
}

export type Emit = (report: Report, means: Means) => Promise<Emitted>;

export type FormatName = "md" | "html" | "pdf" | "docx";

export const emitters: Readonly<Record<FormatName, () => Promise<Emit>>> = {
  md: async () => (await import("./markdown.ts")).emitMarkdown,
  html: async () => (await import("./html.ts")).emitHtml,
  pdf: async () => (await import("./pdf.ts")).emitPdf,
  docx: async () => (await import("./docx.ts")).emitDocx,
};

export const formatNames = Object.keys(emitters) as readonly FormatName[];
