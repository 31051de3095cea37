/** The figures by which a fact may state the value of a model's input. */
import { print } from "../calc/print.ts";
import { clean, sameDimension } from "../calc/quantity.ts";
import type { Unit } from "../calc/unit.ts";
import { unitNames } from "../calc/unit-names.ts";
import type { Figure } from "../model/figure.ts";
import type { Fact } from "../model/source.ts";
import { findFigures } from "../prose/figures.ts";
import { figuresOf } from "../prose/matching.ts";

/** The value as the report prints it, in every unit of its kind (60 minutes are 1 hour), and as a share (0.1 is 10 % and 0.1x). */
export function statementsOf(value: number, unit: Unit): readonly Figure[] {
  const [first, ...rest] = unit.parts;
  const said = (number: number, of: Unit, percent = false) => print(number, { unit: of, percent, declared: true });
  if (first?.power !== 1)
    return [said(value, unit), said(value, unit, true), `${value}x`].flatMap((text) => findFigures(text, true));
  return [...unitNames.values()]
    .filter(({ dimension }) => sameDimension(dimension, first.unit.dimension))
    .map((other) =>
      said(clean((value * first.unit.factor) / other.factor), {
        ...unit,
        parts: [{ unit: other, power: 1 }, ...rest],
      }),
    )
    .flatMap((text) => findFigures(text, true));
}

/** Whether a bare number is the quotient of two unlike figures of one unit in the fact, as a price over another price is. */
export function isQuotient(value: number, { figures: entries = [] }: Fact): boolean {
  const figures = figuresOf(entries).filter(({ unit }) => unit !== "");
  return figures.some((over) =>
    figures.some(
      (under) =>
        over.unit === under.unit &&
        over.per === under.per &&
        over.numbers.some((a) => under.numbers.some((b) => a !== b && clean(a / b) === clean(value))),
    ),
  );
}
