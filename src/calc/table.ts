/** The tables of a model for `::table{model=...}` and `dossier calc`: plain cells, no markup of their own. */
import { say, type Wording } from "../core/wording.ts";
import type { ModelResult } from "./result.ts";
import type { Origin } from "./variable.ts";

export interface Column {
  readonly title: string;
  /** `text` and `number` are plain, `formula` is code, `markdown` holds citations and directives. */
  readonly kind: "text" | "number" | "formula" | "markdown";
}

export interface Table {
  readonly name: "inputs" | "outputs" | "sensitivity" | "crossings" | "checks";
  readonly title: string;
  readonly columns: readonly Column[];
  /** One cell a column. */
  readonly rows: readonly (readonly string[])[];
}

/** Inputs, outputs, and where the model has them: sensitivity, break-even points and checks. */
export function tablesOf(result: ModelResult, wording: Wording = {}): Table[] {
  const t = (english: string, values?: Readonly<Record<string, unknown>>) => say(wording, english, values);
  const tables: Table[] = [
    {
      name: "inputs",
      title: t("Inputs"),
      columns: [
        { title: t("Input"), kind: "text" },
        { title: t("Value"), kind: "number" },
        { title: t("Range"), kind: "number" },
        { title: t("Origin"), kind: "markdown" },
      ],
      rows: result.inputs.map(({ title, text, range, origin, overridden }) => [
        title,
        text,
        range,
        overridden ? t("set for this run") : originText(origin, wording),
      ]),
    },
    {
      name: "outputs",
      title: t("Outputs"),
      columns: [
        { title: t("Output"), kind: "text" },
        { title: t("Value"), kind: "number" },
        { title: t("Formula"), kind: "formula" },
      ],
      rows: result.outputs.map(({ title, text, formula }) => [title, text, formula]),
    },
  ];
  const { sensitivity, series, checks } = result;
  if (sensitivity && sensitivity.rows.length > 0)
    tables.push({
      name: "sensitivity",
      title: t("Sensitivity of {output} ({value})", { output: sensitivity.title, value: sensitivity.text }),
      columns: [
        { title: t("Input"), kind: "text" },
        { title: t("From"), kind: "number" },
        { title: t("gives"), kind: "number" },
        { title: t("To"), kind: "number" },
        { title: t("gives"), kind: "number" },
        { title: t("Swing"), kind: "number" },
      ],
      rows: sensitivity.rows.map(({ title, low, high, swingText }) => [
        title,
        low.inputText,
        low.outputText,
        high.inputText,
        high.outputText,
        swingText,
      ]),
    });
  if (series && series.crossings.length > 0) {
    const [first, second] = series.curves;
    tables.push({
      name: "crossings",
      title: t("Where {one} equals {other}", { one: first?.title, other: second?.title }),
      columns: [
        { title: series.x.title, kind: "number" },
        { title: first?.title ?? "", kind: "number" },
      ],
      rows: series.crossings.map(({ xText, yText }) => [xText, yText]),
    });
  }
  if (checks.length > 0)
    tables.push({
      name: "checks",
      title: t("Checks"),
      columns: [
        { title: t("Check"), kind: "formula" },
        { title: t("Result"), kind: "text" },
      ],
      rows: checks.map(({ formula, holds }) => [
        formula,
        t(holds === undefined ? "not computed" : holds ? "holds" : "fails"),
      ]),
    });
  return tables;
}

/** Ids are shown as links only when they are slugs, so that nothing of a file name becomes markup. */
function originText(origin: Origin, wording: Wording): string {
  const link = (id: string) => (/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(id) ? ` :ref[${id}]` : "");
  switch (origin.kind) {
    case "system":
      return `system.yaml, ${say(wording, origin.status)}`;
    case "model":
      return `${say(wording, "model")}${link(origin.model)}`;
    case "assumption":
      return `${say(wording, "assumption")}${link(origin.id)}`;
    case "source":
      return origin.markdown;
    case "formula":
      return "";
  }
}
