/** Evaluates all models of a dossier together, without cache. */
import type { Dossier } from "../model/dossier.ts";
import type { Value } from "../model/value.ts";
import { loadParser, type Parser } from "./expression.ts";
import { declareFigures } from "./figures.ts";
import { declareInput } from "./inputs.ts";
import { describeModel } from "./model-result.ts";
import { modelRun } from "./model-run.ts";
import { orderOf } from "./order.ts";
import { checkNames, declareOutput } from "./outputs.ts";
import type { Overrides } from "./overrides.ts";
import { print } from "./print.ts";
import type { Computation } from "./result.ts";
import { type Amounts, inUnit, solve } from "./solve.ts";
import type { Issue, Report, Variable, Variables } from "./variable.ts";

/** Of one model: its sensitivity table computes all outputs for each input, so time grows with the square. */
const mostVariables = 200;

export async function compute(dossier: Dossier, overrides: Overrides): Promise<Computation> {
  const parse = await loadParser();
  const issues: Issue[] = [];
  const reporter =
    (entry: string): Report =>
    (path, message, hint) => {
      issues.push({ entry, path, message, hint });
    };
  const variables = declare(dossier, overrides, parse, reporter);
  const { sorted, cycles } = orderOf(variables);
  for (const cycle of cycles) reportCycle(cycle, variables, reporter);
  const amounts = solve(sorted, new Map(), ({ model, name }, { message, hint }) =>
    reporter(`model/${model}`)(["outputs", name, "formula"], message, hint),
  );
  const values = [...variables.values()].flatMap((variable) =>
    valuesOf(variable, amounts, reporter(`model/${variable.model}`)),
  );
  const results = modelsOf(dossier).map((entry) => {
    const run = modelRun(entry.id, sorted, amounts);
    return describeModel(entry, run, variables, parse, reporter(`model/${entry.id}`));
  });
  return { values, issues, results };
}

/** All but a model that calls itself “system”. */
const modelsOf = (dossier: Dossier) => [...dossier.models.values()].filter(({ id }) => id !== "system");

/** Every variable that is well formed, in the order of the files. */
function declare(
  dossier: Dossier,
  overrides: Overrides,
  parse: Parser,
  reporter: (entry: string) => Report,
): Variables {
  const variables = new Map<string, Variable>();
  const add = (variable: Variable | undefined) => {
    if (variable && !variables.has(variable.key)) variables.set(variable.key, variable);
  };
  if (dossier.system) declareFigures(dossier.system, overrides, reporter("system/system")).forEach(add);
  const figures: Variables = new Map(variables);
  if (dossier.models.has("system"))
    reporter("model/system")([], "Unexpected model with the id “system”, which means system.yaml", "Rename the file.");
  for (const { id, data } of modelsOf(dossier)) {
    const report = reporter(`model/${id}`);
    const size = Object.keys(data.inputs).length + Object.keys(data.outputs).length;
    if (size > mostVariables) {
      report([], `Unexpected ${size} inputs and outputs, expected at most ${mostVariables}`, "Split the model.");
      continue;
    }
    checkNames(data, report);
    const context = { dossier, figures, overrides, report };
    for (const [name, input] of Object.entries(data.inputs)) add(declareInput(context, id, name, input));
    for (const [name, output] of Object.entries(data.outputs))
      add(declareOutput(id, name, output, data, parse, report));
  }
  return variables;
}

function reportCycle(cycle: readonly string[], variables: Variables, reporter: (entry: string) => Report): void {
  const members = cycle.map((key) => variables.get(key) as Variable);
  const [first] = members.filter(({ kind }) => kind === "computed");
  if (!first) return;
  const sameModel = members.every(({ model }) => model === first.model);
  const names = [...members, members[0] as Variable].map(({ name, key }) => (sameModel ? name : key));
  reporter(`model/${first.model}`)(
    ["outputs", first.name, "formula"],
    `Unexpected cycle ${names.join(" → ")}, expected formulas that do not need their own result`,
  );
}

function valuesOf(variable: Variable, amounts: Amounts, report: Report): Value[] {
  const amount = amounts.get(variable.key);
  if (!amount) return [];
  const { key: name, title, format } = variable;
  const value = inUnit(amount, format.unit);
  const text = print(value, format);
  if (variable.kind === "computed" && variable.expect && !variable.expect.holds(value))
    report(
      ["outputs", variable.name, "formula"],
      `Unexpected result ${text} of “${variable.name}”, expected ${variable.expect.text}`,
      `It is ${value} in ${format.unit.text}. Check the formula and the inputs, or correct \`expect\`.`,
    );
  const origin = variable.model === "system" ? "system" : variable.kind === "computed" ? "computed" : "input";
  return [{ name, title, value, unit: format.unit.text, text, origin }];
}
