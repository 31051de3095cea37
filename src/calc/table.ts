/** The tables of a model for `::table{model=...}` and `dossier calc`: plain cells, no markup of their own. */
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
export function tablesOf(result: ModelResult): Table[] {
  const tables: Table[] = [
    {
      name: "inputs",
      title: "Inputs",
      columns: [
        { title: "Input", kind: "text" },
        { title: "Value", kind: "number" },
        { title: "Range", kind: "number" },
        { title: "Origin", kind: "markdown" },
      ],
      rows: result.inputs.map(({ title, text, range, origin, overridden }) => [
        title,
        text,
        range,
        overridden ? "set for this run" : originText(origin),
      ]),
    },
    {
      name: "outputs",
      title: "Outputs",
      columns: [
        { title: "Output", kind: "text" },
        { title: "Value", kind: "number" },
        { title: "Formula", kind: "formula" },
      ],
      rows: result.outputs.map(({ title, text, formula }) => [title, text, formula]),
    },
  ];
  const { sensitivity, series, checks } = result;
  if (sensitivity && sensitivity.rows.length > 0)
    tables.push({
      name: "sensitivity",
      title: `Sensitivity of ${sensitivity.title} (${sensitivity.text})`,
      columns: [
        { title: "Input", kind: "text" },
        { title: "From", kind: "number" },
        { title: "gives", kind: "number" },
        { title: "To", kind: "number" },
        { title: "gives", kind: "number" },
        { title: "Swing", kind: "number" },
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
      title: `Where ${first?.title} equals ${second?.title}`,
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
      title: "Checks",
      columns: [
        { title: "Check", kind: "formula" },
        { title: "Result", kind: "text" },
      ],
      rows: checks.map(({ formula, holds }) => [
        formula,
        holds === undefined ? "not computed" : holds ? "holds" : "fails",
      ]),
    });
  return tables;
}

/** Ids are shown as links only when they are slugs, so that nothing of a file name becomes markup. */
function originText(origin: Origin): string {
  const link = (id: string) => (/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(id) ? ` :ref[${id}]` : "");
  switch (origin.kind) {
    case "system":
      return `system.yaml, ${origin.status}`;
    case "model":
      return `model${link(origin.model)}`;
    case "assumption":
      return `assumption${link(origin.id)}`;
    case "source":
      return origin.markdown;
    case "formula":
      return "";
  }
}
