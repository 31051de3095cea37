/** A build but for its writing: check, draw, compose, emit; with an error there is nothing to write. */

import { tablesOf } from "../calc/table.ts";
import { Bibliography } from "../cite/bibliography.ts";
import { type CslFile, localeFile, styleFile } from "../cite/csl-files.ts";
import { toCsl } from "../cite/csl-item.ts";
import type { ComposeInput } from "../compose/compose.ts";
import type { Report } from "../compose/report.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import { digest } from "../core/digest.ts";
import type { Host } from "../core/host.ts";
import { UserError } from "../core/user-error.ts";
import type { FormatName } from "../emit/index.ts";
import type { Rule } from "../lint/rule.ts";
import type { Config } from "../model/config.ts";
import { citedKeys, type Dossier } from "../model/dossier.ts";
import type { Problem } from "../model/problem.ts";
import { type Checked, type CheckOptions, check } from "./check.ts";
import { outputPath } from "./output-path.ts";
import { drawPictures } from "./pictures.ts";
import { readTemplates } from "./templates.ts";
import { readWording } from "./wording.ts";

export interface BuildOptions extends CheckOptions {
  /** Build in spite of errors, and say so in the result. */
  readonly draft?: boolean;
  /** Path of the report instead of `deliverable`. */
  readonly out?: string;
  /** Formats to make, instead of `formats` in `dossier.yaml`. */
  readonly formats?: readonly FormatName[];
}

export interface Built extends Checked {
  /** Missing when errors stand and no draft was asked for. */
  readonly report?: Report;
  /** What the build would write, by path. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Formats that this machine can't make, or only in part. */
  readonly failures?: readonly UserError[];
}

/** Everything but the writing. */
export async function prepare(host: Host, rules: readonly Rule[], options: BuildOptions = {}): Promise<Built> {
  let bibliography: Bibliography | undefined;
  try {
    // Also what nothing cites yet: it will be cited soon, and who cites what is known only when all is read.
    const checked = await check(host, rules, options, async ({ id, data }, config) => {
      bibliography ??= new Bibliography(...stylesOf(config, host), host);
      await bibliography.add(toCsl(id, data));
    });
    return await compile(host, checked, options, bibliography);
  } finally {
    await bibliography?.close();
  }
}

async function compile(
  host: Host,
  checked: Checked,
  options: BuildOptions,
  bibliography: Bibliography | undefined,
): Promise<Built> {
  const { dossier, evaluation, figures } = checked;
  const wrong = checked.diagnostics.some(({ severity }) => severity === "error");
  if (!dossier || !evaluation || !figures || (wrong && !options.draft)) return { ...checked, files: new Map() };
  const deliverable = outputPath(options.out ?? dossier.config.data.deliverable, host.files);
  const wording = await readWording(dossier, host);
  const pictures = await drawPictures(dossier, evaluation, deliverable, wording, host);
  const [{ compose }, { artefactsOf }, { TemplateError }] = await Promise.all([
    import("../compose/compose.ts"),
    import("./artefacts.ts"),
    import("../compose/templates.ts"),
  ]);
  const templates = readTemplates(dossier, host);
  const input: ComposeInput = {
    dossier,
    values: evaluation.values,
    tables: new Map([...evaluation.results].map(([id, result]) => [id, tablesOf(result, wording)])),
    pictures: pictures.links,
    bibliography: (await bibliography?.entries(citedKeys(dossier))) ?? new Map(),
    templates,
    wording,
    figures,
    builtFrom: builtFrom(dossier, [
      ...[...templates.values()].map(({ text }) => text),
      ...Object.entries(wording).flat(),
    ]),
    draft: wrong,
  };
  try {
    const report = { ...(await compose(input)), assets: pictures.files };
    const diagnostics = [...checked.diagnostics, ...(await located(pictures.problems))];
    if (pictures.problems.length > 0 && !options.draft) return { ...checked, diagnostics, report, files: new Map() };
    const formats = options.formats ?? dossier.config.data.formats ?? ["md"];
    return { ...checked, diagnostics, report, ...(await artefactsOf(report, formats, deliverable, dossier, host)) };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { ...checked, diagnostics: [...checked.diagnostics, ...(await located([error.problem]))], files: new Map() };
  }
}

/** The texts of the citation style and of its locale. */
function stylesOf({ style, language }: Config, host: Host): [style: string, locale: string] {
  const read = ({ from, path }: CslFile): string => {
    const bytes = from === "project" ? host.files.read(path) : host.packaged.read(`templates/${path}`);
    if (!bytes)
      throw new UserError(
        `There is no citation style ${path}.`,
        "Set `style` in research/dossier.yaml to `dossier`, `dossier-author-date`, or the path of a CSL file.",
      );
    return new TextDecoder().decode(bytes);
  };
  return [read(styleFile(style)), read(localeFile(language))];
}

function builtFrom(dossier: Dossier, templates: readonly string[]): ComposeInput["builtFrom"] {
  const files = [...dossier.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    files: files.length,
    digest: digest(...files.flatMap(({ path, text }) => [path, text]), ...templates).slice(0, 12),
  };
}

async function located(problems: readonly Problem[]): Promise<Diagnostic[]> {
  if (problems.length === 0) return [];
  const { locateProblems } = await import("../load/places.ts");
  return locateProblems(problems);
}
