/** What-if values: `gpu_hour_price=3.10` replaces a system figure, `model.input=40 %` an input of one model. */
import { didYouMean } from "../core/suggest.ts";
import { UserError } from "../core/user-error.ts";
import type { Dossier } from "../model/dossier.ts";
import { FormulaError } from "./formula-error.ts";
import { type Quantity, sameDimension } from "./quantity.ts";
import { parseUnit, quantityOf, type Unit } from "./unit.ts";

/** By the key of the variable; without a unit the number is in the variable's own. */
export type Overrides = ReadonlyMap<string, { readonly value: number; readonly unit?: Unit; readonly text: string }>;

/** Reads what a user set. Throws UserError for an unknown name, an output, or text that is no number. */
export function readOverrides(dossier: Dossier, set: Readonly<Record<string, string>>): Overrides {
  const overrides = new Map<string, { value: number; unit?: Unit; text: string }>();
  for (const [name, text] of Object.entries(set)) overrides.set(keyOf(dossier, name), readAmount(name, text));
  return overrides;
}

/** The value of an override as a quantity of the variable's unit. Throws UserError when its unit is another. */
export function overriddenBy({ value, unit, text }: NonNullable<ReturnType<Overrides["get"]>>, own: Unit): Quantity {
  if (unit && !sameDimension(unit.dimension, own.dimension))
    throw new UserError(
      `Unexpected unit in “${text}”, expected ${own.text}.`,
      "Leave the unit out, or give one of the same kind.",
    );
  return quantityOf(value, unit ?? own);
}

function keyOf(dossier: Dossier, name: string): string {
  const figures = dossier.system?.data.figures.map((figure) => `system.${figure.id}`) ?? [];
  const inputs = [...dossier.models.values()].flatMap((model) =>
    Object.keys(model.data.inputs).map((input) => `${model.id}.${input}`),
  );
  const key = name.includes(".") ? name : `system.${name}`;
  const known = [...figures, ...inputs];
  if (known.includes(key)) return key;
  const [model = "", output = ""] = key.split(".");
  if (Object.hasOwn(dossier.models.get(model)?.data.outputs ?? {}, output))
    throw new UserError(
      `“${name}” can't be set, because it is computed.`,
      `Set one of the inputs of ${model} instead.`,
    );
  const short = known.map((candidate) => (name.includes(".") ? candidate : candidate.replace(/^system\./, "")));
  throw new UserError(
    `Unknown figure “${name}”, expected a figure of system.yaml or <model>.<input>.`,
    didYouMean(name, short) ?? "Run `dossier calc` to see the names.",
  );
}

const amount = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(%|[A-Za-z_1].*)?$/;

function readAmount(name: string, text: string) {
  const [, number, unit] = amount.exec(text.trim()) ?? [];
  const value = Number(number) / (unit === "%" ? 100 : 1);
  if (!Number.isFinite(value))
    throw new UserError(`Unexpected “${text}” for ${name}, expected a number such as 3.10, 40 % or 3.10 USD/hour.`);
  if (unit === undefined || unit === "%") return { value, text };
  try {
    return { value, unit: parseUnit(unit), text };
  } catch (error) {
    if (error instanceof FormulaError) throw new UserError(`${error.message}.`, error.hint);
    throw error;
  }
}
