/** The inputs of a model as variables: a value with its origin, or a link to a system figure or another output. */
import { didYouMean } from "../core/suggest.ts";
import type { CalculationInput } from "../model/calculation.ts";
import type { Dossier } from "../model/dossier.ts";
import { attempt } from "./attempt.ts";
import { whyOutside } from "./figures.ts";
import { FormulaError } from "./formula-error.ts";
import { type Overrides, overriddenBy } from "./overrides.ts";
import type { Format } from "./print.ts";
import { clean, sameDimension } from "./quantity.ts";
import { parseUnit, quantityOf, type Unit } from "./unit.ts";
import type { Origin, Report, Variable, Variables } from "./variable.ts";

/** What a link points to. */
interface Target {
  readonly key: string;
  readonly title: string;
  readonly format: Format;
  readonly origin: Origin;
  readonly low?: number;
  readonly high?: number;
}

export interface InputContext {
  readonly dossier: Dossier;
  readonly figures: Variables;
  readonly overrides: Overrides;
  readonly report: Report;
}

interface Name {
  readonly key: string;
  readonly model: string;
  readonly name: string;
}

/** The variable of one input, or nothing when it is wrong. */
export function declareInput(
  context: InputContext,
  model: string,
  name: string,
  input: CalculationInput,
): Variable | undefined {
  const path = ["inputs", name];
  const id = { key: `${model}.${name}`, model, name };
  const variable = attempt(context.report, path, () =>
    input.from === undefined ? own(context, id, input, path) : linked(context, id, input, input.from, path),
  );
  const outside = whyOutside(input);
  if (outside) context.report([...path, input.value === undefined ? "low" : "value"], outside);
  const set = context.overrides.get(id.key);
  if (!variable || !set) return variable;
  return { ...variable, kind: "given", value: overriddenBy(set, variable.format.unit), overridden: true };
}

function own({ report }: InputContext, id: Name, input: CalculationInput, path: string[]): Variable | undefined {
  const { value, origin, assumption, low, high } = input;
  if (value === undefined) throw new FormulaError("Unexpected input without a value, expected `value` or `from`");
  if (input.unit === undefined)
    throw new FormulaError("Unexpected value without a unit, expected `unit`", "“1” is no unit.");
  if (origin === undefined && assumption === undefined)
    report(path, "Unexpected value without an origin, expected `origin` (a citation) or `assumption`");
  const unit = attempt(report, [...path, "unit"], () => parseUnit(input.unit as string));
  if (!unit) return undefined;
  return {
    ...id,
    kind: "given",
    title: input.title ?? words(id.name),
    format: { unit, percent: input.format === "percent", declared: true },
    origin: origin === undefined ? { kind: "assumption", id: assumption ?? "" } : { kind: "source", markdown: origin },
    value: quantityOf(value, unit),
    overridden: false,
    low,
    high,
  };
}

function linked(
  context: InputContext,
  id: Name,
  input: CalculationInput,
  from: string,
  path: string[],
): Variable | undefined {
  if (input.value !== undefined)
    context.report([...path, "value"], "Unexpected `value` beside `from`, expected only one");
  const target = attempt(context.report, [...path, "from"], () => find(context, from));
  if (!target) return undefined;
  const text = input.unit;
  const unit =
    text === undefined ? target.format.unit : attempt(context.report, [...path, "unit"], () => same(target, text));
  if (!unit) return undefined;
  const converted = unit.text !== target.format.unit.text;
  const scaled = (end: number | undefined) =>
    end === undefined ? undefined : clean((end * target.format.unit.factor) / unit.factor);
  const percent = input.format === undefined ? target.format.percent : true;
  return {
    ...id,
    kind: "linked",
    to: target.key,
    title: input.title ?? target.title,
    format: converted ? { unit, percent, declared: false } : { ...target.format, percent },
    origin: target.origin,
    low: input.low ?? scaled(target.low),
    high: input.high ?? scaled(target.high),
  };
}

function same(target: Target, text: string): Unit {
  const unit = parseUnit(text);
  if (!sameDimension(unit.dimension, target.format.unit.dimension))
    throw new FormulaError(`Unexpected unit ${text}, expected one of the kind of ${target.format.unit.text}`);
  return unit;
}

/** Nothing when the target exists but is itself wrong: that is reported where it stands. */
function find({ dossier, figures }: InputContext, from: string): Target | undefined {
  const [owner = "", name = ""] = [from.slice(0, from.indexOf(".")), from.slice(from.indexOf(".") + 1)];
  if (!from.includes(".")) throw new FormulaError(`Unexpected “${from}”, expected system.<figure> or <model>.<output>`);
  if (owner === "system") {
    const figure = figures.get(from);
    if (figure || dossier.broken.has("system/system")) return figure;
    const known = dossier.system?.data.figures.map(({ id }) => id) ?? [];
    if (known.includes(name)) return undefined;
    throw new FormulaError(`Unknown figure “${name}” of system.yaml`, didYouMean(name, known));
  }
  const other = dossier.models.get(owner);
  if (!other) {
    if (dossier.broken.has(`model/${owner}`)) return undefined;
    throw new FormulaError(`Unknown model “${owner}”`, didYouMean(owner, ["system", ...dossier.models.keys()]));
  }
  const { outputs } = other.data;
  const output = Object.hasOwn(outputs, name) ? outputs[name] : undefined;
  if (!output)
    throw new FormulaError(`Unknown output “${name}” of model “${owner}”`, didYouMean(name, Object.keys(outputs)));
  const unit = unitOf(output.unit);
  if (!unit) return undefined;
  return {
    key: from,
    title: output.title,
    format: { unit, percent: output.format === "percent", digits: output.round, declared: false },
    origin: { kind: "model", model: owner, output: name },
  };
}

function unitOf(text: string): Unit | undefined {
  try {
    return parseUnit(text);
  } catch {
    return undefined;
  }
}

/** A name as words, for an input without a title. */
const words = (name: string): string => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll("_", " ");
