/** How far one output moves when each input moves alone: the table behind a tornado diagram. */
import type { Calculation } from "../model/calculation.ts";
import type { ModelRun } from "./model-run.ts";
import { print } from "./print.ts";
import { clean } from "./quantity.ts";
import { inUnit } from "./solve.ts";
import { quantityOf } from "./unit.ts";
import type { Report, Variable } from "./variable.ts";

/** One end of an input's range, and the output there; `output` is missing where the model is not defined. */
export interface SensitivityEnd {
  readonly input: number;
  readonly inputText: string;
  readonly output?: number;
  readonly outputText: string;
}

export interface SensitivityRow {
  readonly input: string;
  readonly title: string;
  /** The ends are the input's own range, not `by`. */
  readonly ranged: boolean;
  readonly low: SensitivityEnd;
  readonly high: SensitivityEnd;
  /** Distance between the outputs at both ends, in the output's unit. */
  readonly swing?: number;
  readonly swingText: string;
}

export interface Sensitivity {
  readonly output: string;
  readonly title: string;
  readonly unit: string;
  /** The output as it is. */
  readonly text: string;
  /** The share by which inputs without a range move. */
  readonly by: number;
  /** The widest swing first; inputs that do not move the output are left out. */
  readonly rows: readonly SensitivityRow[];
}

/** Each input that has a range at low and high; the others at plus and minus `by` of their value. */
export function sensitivityOf(
  asked: NonNullable<Calculation["sensitivity"]>,
  run: ModelRun,
  declared: readonly string[],
  report: Report,
): Sensitivity | undefined {
  if (!(asked.by > 0 && asked.by <= 1))
    report(["sensitivity", "by"], `Unexpected ${asked.by}, expected a share above 0 and at most 1`);
  if (!declared.includes(asked.output))
    report(["sensitivity", "output"], `Unknown output “${asked.output}”`, `Known are ${declared.join(", ")}.`);
  const output = run.outputs.find(({ name }) => name === asked.output);
  const present = output && run.amounts.get(output.key);
  if (!output || !present) return undefined;

  const row = (input: Variable): SensitivityRow | undefined => {
    const amount = run.amounts.get(input.key);
    if (!amount) return undefined;
    const outputAt = run.vary(input, [output]);
    const end = (at: number, declared: boolean): SensitivityEnd => {
      const result = outputAt(quantityOf(at, input.format.unit)).get(output.key);
      const value = result && inUnit(result, output.format.unit);
      return {
        input: at,
        inputText: print(at, declared ? input.format : { ...input.format, declared: false, digits: undefined }),
        output: value,
        outputText: value === undefined ? "not defined" : print(value, output.format),
      };
    };
    const [least, most] = moved(inUnit(amount, input.format.unit), asked.by, input.format.percent);
    const low = end(input.low ?? least, input.low !== undefined);
    const high = end(input.high ?? most, input.high !== undefined);
    const swing =
      low.output === undefined || high.output === undefined ? undefined : Math.abs(high.output - low.output);
    const swingText = swing === undefined ? "not defined" : print(swing, output.format);
    const ranged = input.low !== undefined || input.high !== undefined;
    return { input: input.name, title: input.title, ranged, low, high, swing, swingText };
  };

  const rows = run.inputs.map(row).filter((candidate) => candidate !== undefined);
  const { title, format } = output;
  return {
    output: output.name,
    title,
    unit: format.unit.text,
    text: print(inUnit(present, format.unit), format),
    by: asked.by,
    rows: rows
      .filter(({ swing }) => swing !== 0)
      .sort((a, b) => (b.swing ?? -1) - (a.swing ?? -1) || (a.input < b.input ? -1 : 1)),
  };
}

/** A value moved down and up by a share of itself; what is a share of a whole stays one. */
function moved(value: number, by: number, percent: boolean): [low: number, high: number] {
  const ends = [value * (1 - by), value * (1 + by)].sort((a, b) => a - b);
  const share = percent && value >= 0 && value <= 1;
  return ends.map((end) => clean(share ? Math.min(end, 1) : end)) as [number, number];
}
