/** The models in the page in the form in which the program computes them. */
import type { LiveModels } from "../../src/compose/live-models.ts";
import type { Dossier } from "../../src/model/dossier.ts";

/** Computing reads ids and data only; places in files are for messages, which the page has none of. */
export function dossierOf({ system, models }: LiveModels): Dossier {
  const entry = (id: string, data: unknown) => ({ id, data });
  return {
    system: system && entry("system", system),
    models: new Map(models.map(({ id, data }) => [id, entry(id, data)])),
    broken: new Set(),
  } as unknown as Dossier;
}

export interface Slider {
  /** Name for `dossier calc --set`. */
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The inputs that can be set; an input without a range moves by half of its value, a share at most to one. */
export function slidersOf(
  id: string,
  { inputs }: LiveModels["models"][number]["data"],
  { system }: LiveModels,
): Slider[] {
  return Object.entries(inputs).flatMap(([name, input]): Slider[] => {
    const figure = input.from?.startsWith("system.")
      ? system?.figures.find((one) => `system.${one.id}` === input.from)
      : undefined;
    const from = figure ?? input;
    if (from.value === undefined) return [];
    const share = from.format === "percent" && from.value <= 1;
    const [low, high] = [
      from.low ?? from.value * 0.5,
      from.high ?? (share ? Math.min(1, from.value * 1.5) : from.value * 1.5),
    ];
    return low < high
      ? [{ key: figure ? `system.${figure.id}` : `${id}.${name}`, name, value: from.value, low, high }]
      : [];
  });
}
