/** The figures of system.yaml as variables. */
import type { Entry } from "../model/entry.ts";
import type { System } from "../model/system.ts";
import { attempt } from "./attempt.ts";
import { type Overrides, overriddenBy } from "./overrides.ts";
import { parseUnit, quantityOf } from "./unit.ts";
import type { Report, Variable } from "./variable.ts";

export function declareFigures(system: Entry<System>, overrides: Overrides, report: Report): Variable[] {
  return system.data.figures.flatMap((figure, index): Variable[] => {
    const unit = attempt(report, ["figures", index, "unit"], () => parseUnit(figure.unit));
    if (!unit) return [];
    const { id, title, low, high } = figure;
    const set = overrides.get(`system.${id}`);
    const outside = whyOutside(figure);
    if (outside) report(["figures", index, "value"], outside);
    return [
      {
        kind: "given",
        key: `system.${id}`,
        model: "system",
        name: id,
        title,
        format: { unit, percent: figure.format === "percent", declared: true },
        origin: { kind: "system", figure: id, status: figure.status },
        value: set ? overriddenBy(set, unit) : quantityOf(figure.value, unit),
        overridden: set !== undefined,
        low,
        high,
      },
    ];
  });
}

/** Why a value does not fit its own range, or nothing. */
export function whyOutside({ value, low, high }: { value?: number; low?: number; high?: number }): string | undefined {
  if (low !== undefined && high !== undefined && low > high)
    return `Unexpected range ${low}..${high}, expected low below high`;
  if (value === undefined) return undefined;
  if (low !== undefined && value < low) return `Unexpected value ${value}, expected at least its low end ${low}`;
  if (high !== undefined && value > high) return `Unexpected value ${value}, expected at most its high end ${high}`;
  return undefined;
}
