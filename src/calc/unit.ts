/** The unit of an input or an output: unit names joined by `*` and `/`, such as `USD/Mtoken` or `USD/tenant/month`. */
import { didYouMean } from "../core/suggest.ts";
import { FormulaError } from "./formula-error.ts";
import { combine, type Dimension, dimensionless, type Quantity } from "./quantity.ts";
import { type UnitName, unitNames } from "./unit-names.ts";

export interface Unit {
  /** As written. */
  readonly text: string;
  readonly parts: readonly { readonly unit: UnitName; readonly power: number }[];
  /** How many base units one of it is. */
  readonly factor: number;
  readonly dimension: Dimension;
}

const part = /^([A-Za-z_]+)(?:\^(-?[1-9]))?$/;

/** Reads a unit; `1` is no unit. Everything after a `/` up to the next `*` or `/` divides. Throws FormulaError. */
export function parseUnit(text: string): Unit {
  if (text.length > 100) throw new FormulaError(`Unexpected unit of ${text.length} characters, expected at most 100`);
  const parts: { unit: UnitName; power: number }[] = [];
  let sign = 1;
  for (const [index, token] of text.split(/\s*([*/])\s*/).entries()) {
    const word = token.trim();
    if (index % 2 === 1) sign = word === "/" ? -1 : 1;
    else if (index > 0 || word !== "1") {
      const [, name, power] = part.exec(word) ?? [];
      const unit = name === undefined ? undefined : unitNames.get(name);
      if (!unit) {
        const where = word === text ? "" : ` in “${text}”`;
        throw new FormulaError(
          `Unknown unit “${word}”${where}, expected one such as USD/Mtoken, request/month or 1`,
          didYouMean(word, [...unitNames.keys()]),
        );
      }
      parts.push({ unit, power: sign * Number(power ?? 1) });
    }
  }
  let factor = 1;
  let dimension = dimensionless;
  for (const { unit, power } of parts) {
    factor *= unit.factor ** power;
    dimension = combine(dimension, unit.dimension, power);
  }
  return { text, parts, factor, dimension };
}

export const quantityOf = (value: number, unit: Unit): Quantity => ({
  value: value * unit.factor,
  dimension: unit.dimension,
});
