/** Whether the figures of a fact support a figure of the prose. */
import type { Figure } from "../model/figure.ts";
import { supportsMoment } from "./dates.ts";
import { findFigures } from "./figures.ts";

const parsed = new WeakMap<readonly string[], readonly Figure[]>();

/** Figures that were found earlier in these same entries. */
export function keepFigures(entries: readonly string[], figures: readonly Figure[]): void {
  parsed.set(entries, figures);
}

/** The figures that an entry of a fact's `figures` states. */
export function figuresOf(entries: readonly string[]): readonly Figure[] {
  const known = parsed.get(entries);
  if (known) return known;
  const figures = entries.flatMap((entry) => findFigures(entry, true));
  parsed.set(entries, figures);
  return figures;
}

/** Whether the entries of a fact support a figure of the prose: every end of it, with a unit that agrees. */
export function matches(figure: Figure, entries: readonly string[]): boolean {
  const facts = figuresOf(entries);
  if (figure.kind === "date")
    return figure.moments.every((said) =>
      facts.some((fact) => fact.moments.some((moment) => supportsMoment(moment, said))),
    );
  return figure.numbers.every((number) => facts.some((fact) => fact.numbers.includes(number) && agrees(fact, figure)));
}

/** Percentages, factors, money and time must agree; a bare number agrees with a size or a count, and a noun with any noun. */
function agrees(a: Figure, b: Figure): boolean {
  if (a.per && b.per && a.per !== b.per) return false;
  if (a.unit === b.unit) return true;
  const isSize = a.kind === "size" || b.kind === "size";
  return isSize && (a.unit === "" ? !a.noun : b.unit === "" && !b.noun);
}
