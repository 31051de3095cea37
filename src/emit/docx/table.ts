/** Markdown tables as tables of Word: heads repeat, rows stay whole, columns are as wide as their words need. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from "docx";
import type { Table as MarkdownTable } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { type InlineContext, inline } from "./inline.ts";
import { look } from "./styles.ts";

/** Width between the margins in twentieths of a point. */
export const textWidth = 9866;

const line = { style: BorderStyle.SINGLE, size: 4, color: look.rule } as const;
const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

export function table(node: MarkdownTable, context: InlineContext): Table {
  const widths = columnWidths(node);
  const isEmpty = node.children[0]?.children.map((cell) => textOf(cell).trim() === "") ?? [];
  const headless = isEmpty.every(Boolean);
  const rows = headless ? node.children.slice(1) : node.children;
  const style = widths.length > 6 ? "CellNarrow" : "Cell";
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    rows: rows.map((row, at) => {
      const isHead = !headless && at === 0;
      return new TableRow({
        cantSplit: true,
        tableHeader: isHead,
        children: widths.map((size, column) => {
          const cell = row.children[column];
          const bold = isHead || (isEmpty[0] && column === 0);
          const alignment = alignments[node.align?.[column] ?? "left"];
          return new TableCell({
            width: { size, type: WidthType.DXA },
            ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: look.tint, color: "auto" } } : {}),
            children: [
              new Paragraph({
                style,
                alignment,
                children: inline(cell?.children ?? [], context, bold ? { bold } : {}),
              }),
            ],
          });
        }),
      });
    }),
  });
}

/** In proportion to the words of a column, none narrower than its longest word where that is possible. */
function columnWidths({ children }: MarkdownTable): number[] {
  const columns = Math.max(1, ...children.map((row) => row.children.length));
  const texts = Array.from({ length: columns }, (_, at) =>
    children.map((row) => textOf(row.children[at] ?? { type: "text", value: "" }).replace(/\uE000\d+\uE001/g, "[00]")),
  );
  // Twips of a letter and of the margins at the size of table text.
  const [letter, margins] = columns > 6 ? [78, 190] : [94, 190];
  // A head is bold: its letters are wider.
  const longest = (cell: string, row: number) =>
    Math.max(...cell.split(/[\s-]+/).map(({ length }) => length)) * (row === 0 ? 1.25 : 1);
  const least = texts.map((cells) => Math.min(18, Math.max(3, ...cells.map(longest))) * letter + margins);
  const wanted = texts.map((cells) => Math.min(60, sum(cells.map(({ length }) => length)) / cells.length));
  const [needed, all] = [sum(least), sum(wanted) || 1];
  const spare = Math.max(0, textWidth - needed);
  const shrink = Math.min(1, textWidth / needed);
  const widths = least.map((width, at) => Math.floor(width * shrink + (spare * (wanted[at] as number)) / all));
  widths[columns - 1] = (widths[columns - 1] as number) + textWidth - sum(widths);
  return widths;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
