/** Rows in aligned columns. */
import { harmless } from "./paint.ts";

export interface TextColumn {
  readonly title: string;
  /** Numbers stand at the right. */
  readonly right?: boolean;
}

/** Trailing spaces are left off; the last column is not padded. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const clean = [columns.map(({ title }) => title), ...rows].map((row) =>
    row.map((cell) => harmless(cell.replace(/\s+/g, " ").trim())),
  );
  const widths = columns.map((_, at) => Math.max(...clean.map((row) => (row[at] ?? "").length)));
  const line = (row: readonly string[]) =>
    columns
      .map(({ right }, at) =>
        right ? (row[at] ?? "").padStart(widths[at] ?? 0) : (row[at] ?? "").padEnd(widths[at] ?? 0),
      )
      .join("  ")
      .trimEnd();
  const [head = [], ...body] = clean;
  return `${[line(head), widths.map((width) => "-".repeat(width)).join("  "), ...body.map(line)].join("\n")}\n`;
}
