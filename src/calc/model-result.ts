/** One model with its results, as data for tables, charts and the command line. */
import type { Calculation } from "../model/calculation.ts";
import type { Entry } from "../model/entry.ts";
import { runChecks } from "./checks.ts";
import type { Parser } from "./expression.ts";
import type { ModelRun } from "./model-run.ts";
import { print, printRange } from "./print.ts";
import type { InputResult, ModelResult, OutputResult } from "./result.ts";
import { sensitivityOf } from "./sensitivity.ts";
import { seriesOf } from "./series.ts";
import { inUnit } from "./solve.ts";
import type { Report, Variable, Variables } from "./variable.ts";

export function describeModel(
  { id, data }: Entry<Calculation>,
  run: ModelRun,
  variables: Variables,
  parse: Parser,
  report: Report,
): ModelResult {
  const shown = (name: string) => {
    const variable = variables.get(`${id}.${name}`);
    const amount = variable && run.amounts.get(variable.key);
    const value = amount && inUnit(amount, variable.format.unit);
    const text = value === undefined || !variable ? "not computed" : print(value, variable.format);
    return { variable, value, text };
  };
  const inputs = Object.entries(data.inputs).map(([name, input]): InputResult => {
    const { variable, value, text } = shown(name);
    return {
      name,
      title: variable?.title ?? input.title ?? name,
      value,
      unit: variable?.format.unit.text ?? input.unit ?? "",
      text,
      range: variable ? printRange(variable.low, variable.high, variable.format) : "",
      origin: variable?.origin ?? { kind: "source", markdown: "" },
      overridden: isSet(variable, variables),
    };
  });
  const outputs = Object.entries(data.outputs).map(([name, { title, unit, formula }]): OutputResult => {
    const { value, text } = shown(name);
    return { name, title, value, unit, text, formula };
  });
  return {
    id,
    title: data.title,
    purpose: data.purpose,
    inputs,
    outputs,
    checks: runChecks(id, data, variables, run.amounts, parse, report),
    sensitivity: data.sensitivity && sensitivityOf(data.sensitivity, run, Object.keys(data.outputs), report),
    series: data.chart && seriesOf(data.chart, run, data, report),
  };
}

/** Also through a link: whoever sets a figure of the system sets the inputs that take it from there. */
function isSet(variable: Variable | undefined, variables: Variables): boolean {
  if (variable?.kind === "linked") return isSet(variables.get(variable.to), variables);
  return variable?.kind === "given" && variable.overridden;
}
