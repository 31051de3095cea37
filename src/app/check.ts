/** Loads, computes and lints: everything that is known about a dossier before it is built. */

import { type Evaluation, evaluateModels } from "../calc/evaluate.ts";
import { byPlace, type Diagnostic } from "../core/diagnostic.ts";
import type { Host } from "../core/host.ts";
import { checkDiagrams } from "../diagram/check.ts";
import type { FigureAccount } from "../lint/accounting.ts";
import type { LintInput, Rule, Standards } from "../lint/rule.ts";
import { type LintResult, lint } from "../lint/run.ts";
import { standardsOf } from "../lint/standards.ts";
import { load, type OnSource } from "../load/load.ts";
import type { Dossier } from "../model/dossier.ts";
import type { Problem } from "../model/problem.ts";
import { memoryOf } from "./memo.ts";
import { outputPath } from "./output-path.ts";
import { existingPicture, toProblem } from "./pictures.ts";

export interface CheckOptions {
  readonly profile?: string;
  /** What-if values for the models. */
  readonly set?: Readonly<Record<string, string>>;
}

export type SuppressedDiagnostic = Diagnostic & { readonly reason: string };

export interface Checked {
  /** Missing when `dossier.yaml` can't be read. */
  readonly dossier?: Dossier;
  readonly standards?: Standards;
  readonly evaluation?: Evaluation;
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that a comment quiets, each with the reason. */
  readonly suppressed: readonly SuppressedDiagnostic[];
  /** How many things each rule looked at. */
  readonly examined: ReadonlyMap<string, number>;
  /** What the figures of the dossier stand on. */
  readonly figures?: FigureAccount;
}

/** `onSource`: see load. */
export async function check(
  host: Host,
  rules: readonly Rule[],
  options: CheckOptions = {},
  onSource?: OnSource,
): Promise<Checked> {
  const { dossier, problems } = await load(host, onSource);
  if (!dossier) return { diagnostics: await located(problems), suppressed: [], examined: new Map() };
  const standards = standardsOf(dossier.config.data, options.profile);
  const evaluation = await evaluateModels(dossier, { cache: host.cache, ...(options.set ? { set: options.set } : {}) });
  const computed = evaluation.problems.map(
    (problem): Problem => ({ rule: "model-computes", severity: "error", ...problem }),
  );
  const drawn = await diagramProblems(dossier, host);
  const input: LintInput = {
    dossier,
    standards,
    values: evaluation.values,
    today: host.now().toISOString().slice(0, 10),
  };
  const result = lint(input, rules, memoryOf(host));
  return {
    dossier,
    standards,
    evaluation,
    diagnostics: await located([...problems, ...computed, ...drawn, ...result.problems]),
    suppressed: await quieted(result.suppressed),
    examined: result.examined,
    figures: result.figures,
  };
}

async function diagramProblems(dossier: Dossier, host: Host): Promise<Problem[]> {
  const requests = [...dossier.diagrams.values()].map(({ id, data }) => ({ id, code: data.code }));
  const problems = await checkDiagrams(requests, {
    ...host,
    existing: existingPicture(outputPath(dossier.config.data.deliverable, host.files), host),
  });
  return problems.map((problem) => ({ ...toProblem(problem, dossier), rule: "diagram-parses" }));
}

async function quieted(suppressed: LintResult["suppressed"]): Promise<SuppressedDiagnostic[]> {
  const diagnostics = await located(
    suppressed.map(({ problem }) => problem),
    false,
  );
  return diagnostics.map((diagnostic, index) => ({ ...diagnostic, reason: suppressed[index]?.reason ?? "" }));
}

/** Only a run that has something to say pays for looking up lines. */
async function located(problems: readonly Problem[], sort = true): Promise<Diagnostic[]> {
  if (problems.length === 0) return [];
  const { locateProblems } = await import("../load/places.ts");
  const diagnostics = locateProblems(problems);
  return sort ? diagnostics.sort(byPlace) : diagnostics;
}
