/** The example dossier with a model to play with, composed and emitted as a reader gets it. */
import { build } from "../../src/app/build.ts";
import { prepare } from "../../src/app/prepare.ts";
import type { Report } from "../../src/compose/report.ts";
import type { FormatName } from "../../src/emit/index.ts";
import { MemoryCache } from "../../src/host/memory-files.ts";
import { memoryHost } from "../app/memory-host.ts";

const model = `title: Minutes saved by all
purpose: Adds the minutes up.
inputs:
  commuters: { from: system.commuters }
  saved: { title: Minutes saved a way, value: 4, unit: minute, origin: "[@city-count#speed]", low: 1, high: 20 }
outputs:
  total: { title: Minutes saved in all, formula: commuters * saved, unit: person*minute }
  wanted: { title: Minutes that pay, formula: 8 minute * commuters, unit: person*minute }
checks: ["total < 10 * wanted"]
chart: { title: Minutes by way, x: saved, from: 1, to: 20, steps: 20, y: [total, wanted] }
`;

export const smallFiles: Readonly<Record<string, string>> = { "models/commute.yaml": model };

/** Diagrams are drawn once for all tests of a file. */
export const cache = new MemoryCache();

export async function reportOf(files: Readonly<Record<string, string>> = {}): Promise<Report> {
  const { report, diagnostics } = await prepare(memoryHost({ ...smallFiles, ...files }, cache), [], {
    draft: true,
    formats: [],
  });
  if (!report) throw new Error(JSON.stringify(diagnostics));
  return report;
}

/** Every file of a build by its path. */
export async function built(formats: readonly FormatName[], files: Readonly<Record<string, string>> = {}) {
  const host = memoryHost({ ...smallFiles, ...files }, cache);
  await build(host, { draft: true, formats }, false);
  const name = (ending: string) => `output/report.${ending}`;
  const bytes = (ending: string) => host.files.read(name(ending)) as Uint8Array;
  return { host, bytes, text: (ending: string) => new TextDecoder().decode(bytes(ending)) };
}
