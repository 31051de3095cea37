/**
 * The executable models of a dossier: every figure that the report may print, and what is wrong with the formulas.
 * The whole result is cached by the texts it rests on, so mathjs is loaded only when one of them changed.
 */
import { digest } from "../core/digest.ts";
import type { Cache } from "../core/host.ts";
import type { Dossier } from "../model/dossier.ts";
import type { Place } from "../model/entry.ts";
import type { Values } from "../model/value.ts";
import { compute } from "./compute.ts";
import { type Overrides, readOverrides } from "./overrides.ts";
import type { Computation, ModelResult } from "./result.ts";

/** Changes when the same texts would give another result; raise it with every change of this room. */
const version = "3";

export interface ModelProblem {
  readonly place: Place;
  readonly message: string;
  readonly hint?: string;
}

export interface Evaluation {
  /** By `system.<figure>`, `<model>.<input>` and `<model>.<output>`; what could not be computed is missing. */
  readonly values: Values;
  readonly problems: readonly ModelProblem[];
  /** By the id of the model. */
  readonly results: ReadonlyMap<string, ModelResult>;
}

/**
 * Evaluates all models. `set` holds what-if values: `gpu_hour_price` or `system.gpu_hour_price` for a system figure,
 * `<model>.<input>` for an input, as a number in its unit, with a unit (`3.10 USD/hour`), or as a share (`40 %`).
 * Throws UserError when `set` names what can't be set.
 */
export async function evaluateModels(
  dossier: Dossier,
  { cache, set = {} }: { readonly cache: Cache; readonly set?: Readonly<Record<string, string>> },
): Promise<Evaluation> {
  const overrides = readOverrides(dossier, set);
  if (dossier.models.size === 0 && !dossier.system) return { values: new Map(), problems: [], results: new Map() };
  const key = keyOf(dossier, overrides);
  const cached = readCached(cache.get("calc", key));
  const computation = cached ?? (await compute(dossier, overrides));
  if (!cached) cache.set("calc", key, JSON.stringify(computation));
  return {
    values: new Map(computation.values.map((value) => [value.name, value])),
    problems: computation.issues.flatMap(({ entry, path, message, hint }) => {
      const owner = entry === "system/system" ? dossier.system : dossier.models.get(entry.slice("model/".length));
      return owner ? [{ place: owner.at(...path), message, hint }] : [];
    }),
    results: new Map(computation.results.map((result) => [result.id, result])),
  };
}

function keyOf(dossier: Dossier, overrides: Overrides): string {
  const broken = [...dossier.broken].filter((name) => /^(?:system|model)\//.test(name)).sort();
  const set = [...overrides].map(([name, { text }]) => `${name}=${text}`).sort();
  const models = [...dossier.models.values()].flatMap(({ id, source }) => [id, source.text]);
  return digest(
    version,
    dossier.system?.source.text ?? "",
    String(broken.length),
    ...broken,
    String(set.length),
    ...set,
    ...models,
  );
}

/** Nothing when the cache holds what this version did not write. */
function readCached(text: string | undefined): Computation | undefined {
  if (text === undefined) return undefined;
  try {
    const cached: unknown = JSON.parse(text);
    const whole =
      typeof cached === "object" && cached !== null && "values" in cached && "issues" in cached && "results" in cached;
    return whole ? (cached as Computation) : undefined;
  } catch {
    return undefined;
  }
}
