/** Computes the models, with what-if values, and says what is wrong with their formulas. */
import { evaluateModels } from "../calc/evaluate.ts";
import type { ModelResult } from "../calc/result.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Host } from "../core/host.ts";
import { didYouMean } from "../core/suggest.ts";
import { UserError } from "../core/user-error.ts";
import { locateProblems } from "../load/places.ts";
import type { Value } from "../model/value.ts";
import { loadDossier } from "./load-dossier.ts";

export interface CalculateOptions {
  readonly model?: string;
  readonly set: Readonly<Record<string, string>>;
}

/** In the order of the models' ids, and every value that prose can print. Throws UserError for an unknown model or a name that can't be set. */
export async function calculate(
  host: Host,
  { model, set }: CalculateOptions,
): Promise<{ results: ModelResult[]; values: Value[]; diagnostics: Diagnostic[] }> {
  const dossier = await loadDossier(host);
  const ids = [...dossier.models.keys()].sort();
  if (model !== undefined && !ids.includes(model))
    throw new UserError(
      `There is no model “${model}”.`,
      didYouMean(model, ids) ?? `Models: ${ids.join(", ") || "none"}.`,
    );
  const { results, values, problems } = await evaluateModels(dossier, { cache: host.cache, set });
  const file = model === undefined ? undefined : dossier.models.get(model)?.source;
  const mine = problems.filter(({ place }) => !file || place.source === file);
  return {
    results: ids.flatMap((id) => (model === undefined || id === model ? (results.get(id) ?? []) : [])),
    values: [...values.values()].filter(({ name }) => model === undefined || name.startsWith(`${model}.`)),
    diagnostics: locateProblems(mine.map((problem) => ({ rule: "model-computes", severity: "error", ...problem }))),
  };
}
