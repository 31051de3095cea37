/** Models with their results as tables for a terminal. */
import type { ModelResult } from "../calc/result.ts";
import { tablesOf } from "../calc/table.ts";
import { harmless, paint } from "./paint.ts";
import { textTable } from "./text-table.ts";

export function calculationText(results: readonly ModelResult[]): string {
  const colours = paint(process.stdout);
  if (results.length === 0) return "There are no models.\n";
  const models = results.map((result) => {
    const tables = tablesOf(result).map(
      ({ title, columns, rows }) =>
        `${harmless(title)}\n${textTable(
          columns.map((column) => ({ title: column.title, right: column.kind === "number" })),
          rows,
        )}`,
    );
    return `${colours.bold(harmless(`${result.title} (${result.id})`))}\n\n${tables.join("\n")}`;
  });
  return models.join("\n");
}
