/** The curves of a model's chart: outputs over one input, and where the first two cross. */
import type { Calculation } from "../model/calculation.ts";
import type { ModelRun } from "./model-run.ts";
import { print, unitLabel } from "./print.ts";
import { clean, sameDimension } from "./quantity.ts";
import { inUnit } from "./solve.ts";
import { quantityOf } from "./unit.ts";
import type { Computed, Report, Variable } from "./variable.ts";

export interface Axis {
  readonly title: string;
  readonly unit: string;
  /** The unit in words, for the axis: `USD per million tokens`, `%`, or nothing. */
  readonly label: string;
  /** Numbers are shares, shown times a hundred. */
  readonly percent: boolean;
}

export interface Series {
  readonly title: string;
  readonly x: Axis & { readonly name: string; readonly ends: Ends };
  readonly y: Axis;
  readonly curves: readonly { readonly name: string; readonly title: string; readonly ends?: Ends }[];
  /** `x` in the unit of x; `y` one number a curve in the unit of y, null where the model is not defined. */
  readonly points: readonly { readonly x: number; readonly y: readonly (number | null)[] }[];
  /** Where the first two curves cross (break-even), by rising x. */
  readonly crossings: readonly Crossing[];
}

/** The values at the first and at the last point, as text; a curve that is not defined there has none. */
export type Ends = readonly [first: string, last: string];

export interface Crossing {
  readonly x: number;
  readonly xText: string;
  readonly y: number;
  readonly yText: string;
}

const mostSteps = 200;

/** `steps` points from `from` to `to`, both included. */
export function seriesOf(
  chart: NonNullable<Calculation["chart"]>,
  run: ModelRun,
  { inputs, outputs }: Calculation,
  report: Report,
): Series | undefined {
  const { from, to, steps } = chart;
  if (!(from < to)) report(["chart", "from"], `Unexpected ${from}, expected less than ${to}`);
  if (steps < 2 || steps > mostSteps) report(["chart", "steps"], `Unexpected ${steps}, expected 2..${mostSteps}`);
  if (!Object.hasOwn(inputs, chart.x))
    report(["chart", "x"], `Unknown input “${chart.x}”`, `Known are ${Object.keys(inputs).join(", ")}.`);
  for (const [index, name] of chart.y.entries())
    if (!Object.hasOwn(outputs, name))
      report(["chart", "y", index], `Unknown output “${name}”`, `Known are ${Object.keys(outputs).join(", ")}.`);
  const input = run.inputs.find(({ name }) => name === chart.x);
  const curves = chart.y.map((name) => run.outputs.find((output) => output.name === name));
  const [first] = curves;
  if (!(from < to) || steps < 2 || steps > mostSteps || !input || !first) return undefined;
  if (!curves.every((curve): curve is Computed => curve !== undefined)) return undefined;
  const { unit } = first.format;
  for (const [index, curve] of curves.entries())
    if (!sameDimension(curve.format.unit.dimension, unit.dimension)) {
      const found = curve.format.unit.text;
      report(["chart", "y", index], `Unexpected unit ${found}, expected that of “${first.name}”, ${unit.text}`);
      return undefined;
    }

  const amountsAt = run.vary(input, curves);
  const at = (x: number): (number | null)[] => {
    const amounts = amountsAt(quantityOf(x, input.format.unit));
    return curves.map(({ key }) => {
      const amount = amounts.get(key);
      return amount ? inUnit(amount, unit) : null;
    });
  };
  const points = Array.from({ length: steps }, (_, step) => {
    const x = step === steps - 1 ? to : clean(from + ((to - from) * step) / (steps - 1));
    return { x, y: at(x) };
  });
  const axis = ({ format }: Variable) => ({
    unit: format.unit.text,
    label: unitLabel(format),
    percent: format.percent,
  });
  const readX = (x: number) => print(x, { ...input.format, declared: false, digits: undefined });
  const endsOf = (index: number): { ends?: Ends } => {
    const [one, other] = [points[0], points.at(-1)].map((point) => point?.y[index] ?? undefined);
    return one === undefined || other === undefined
      ? {}
      : { ends: [print(one, first.format), print(other, first.format)] };
  };
  return {
    title: chart.title,
    x: { name: input.name, title: input.title, ends: [readX(from), readX(to)], ...axis(input) },
    y: { title: chart["y-title"] ?? (curves.length === 1 ? first.title : ""), ...axis(first) },
    curves: curves.map(({ name, title }, index) => ({ name, title, ...endsOf(index) })),
    points,
    crossings: crossingsOf(points, at).map(({ x, y }) => ({
      x,
      xText: readX(x),
      y,
      yText: print(y, first.format),
    })),
  };
}

type Point = Series["points"][number];

/** Bisects every step in which the gap of the first two curves changes its sign; a jump over zero is no crossing. */
export function crossingsOf(points: readonly Point[], at: (x: number) => Point["y"]): { x: number; y: number }[] {
  const gapOf = ([a, b]: Point["y"]): number => (typeof a === "number" && typeof b === "number" ? a - b : Number.NaN);
  const found: { x: number; y: number }[] = [];
  const add = (x: number) => {
    const [y] = at(x);
    if (typeof y === "number") found.push({ x: trimmed(x), y: trimmed(y) });
  };
  const gaps = points.map(({ y }) => gapOf(y));
  for (const [index, { x }] of points.entries()) {
    const here = gaps[index] as number;
    const before = gaps[index - 1];
    if (here === 0 && before !== 0 && gaps[index + 1] !== 0) add(x);
    if (before === undefined || !(before * here < 0)) continue;
    let [low, high] = [points[index - 1]?.x as number, x];
    for (let step = 0; step < 45; step += 1) {
      const middle = (low + high) / 2;
      if (gapOf(at(middle)) * before > 0) low = middle;
      else high = middle;
    }
    if (Math.abs(gapOf(at(high))) <= 1e-6 * Math.max(Math.abs(before), Math.abs(here))) add(high);
  }
  return found;
}

/** Bisection ends next to the crossing: ten digits of it are certain. */
const trimmed = (value: number): number => Number(value.toPrecision(10));
