/** The files of a report: one a format, the pictures beside the Markdown, and the bibliography in the formats of others. */
import { formats as exchangeFormats } from "../cite/formats/index.ts";
import type { Report } from "../compose/report.ts";
import type { Host } from "../core/host.ts";
import type { UserError } from "../core/user-error.ts";
import { type Emit, emitters, type FormatName, type Means } from "../emit/index.ts";
import type { Dossier } from "../model/dossier.ts";
import { templateFolder } from "./template-folder.ts";

export interface Artefacts {
  /** By path; the deliverable comes last of what goes beside it. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Formats that this machine can't make, or only in part. */
  readonly failures: readonly UserError[];
}

const folder = "output";
const bibliographies: Readonly<Record<string, string>> = { "csl-json": "csl.json", bibtex: "bib", ris: "ris" };

/** `deliverable` is the path of the Markdown; its name is the name of the other formats in `output/`. */
export async function artefactsOf(
  report: Report,
  formats: readonly FormatName[],
  deliverable: string,
  dossier: Dossier,
  host: Host,
): Promise<Artefacts> {
  const name = deliverable.replace(/^.*\/|\.[^./]*$/g, "");
  const means = meansOf(dossier, host);
  const files = new Map<string, string | Uint8Array>();
  const failures: UserError[] = [];
  if (formats.includes("md")) for (const [path, svg] of report.assets) files.set(path, svg);
  for (const format of formats) {
    const emit: Emit = await emitters[format]();
    const { data, failure } = await emit(report, means);
    if (data !== undefined) files.set(format === "md" ? deliverable : `${folder}/${name}.${format}`, data);
    if (failure) failures.push(failure);
  }
  if (formats.some((format) => format !== "md"))
    for (const [ending, text] of bibliography(report, dossier)) files.set(`${folder}/${name}.${ending}`, text);
  return { files, failures };
}

/** The machine as a format sees it; a project's own page or style sheet stands in for ours. */
export function meansOf({ config }: Dossier, { cache, openBrowser, progress, files, packaged }: Host): Means {
  const own = templateFolder(config.data);
  return {
    cache,
    openBrowser,
    progress,
    template: (name) =>
      (own ? files.read(`${own}/${name}`) : undefined) ??
      packaged.read(`templates/${name}`) ??
      packaged.read(`dist/page/${name}`),
  };
}

function bibliography({ references }: Report, { sources }: Dossier): [ending: string, text: string][] {
  const cited = references.flatMap(({ key }) => {
    const source = sources.get(key);
    return source ? [[key, source.data] as const] : [];
  });
  return exchangeFormats.flatMap(({ id, write }): [string, string][] => {
    const ending = bibliographies[id];
    return ending && write ? [[ending, write(cited).text]] : [];
  });
}
