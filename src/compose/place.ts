/** What leaf directives put into the text: pictures, code, tables. */
import type { Column, Table } from "../calc/table.ts";
import type { SourceText } from "../core/source-text.ts";
import { say, type Wording } from "../core/wording.ts";
import type { Dossier, Entries } from "../model/dossier.ts";
import type { Directive } from "../model/reading.ts";
import type { Snippet } from "../model/snippet.ts";
import { cellText, escapeText, fenced } from "./escape.ts";
import type { Marks } from "./marks.ts";

export interface Placeable {
  readonly dossier: Dossier;
  readonly marks: Marks;
  readonly wording: Wording;
  /** Links of pictures from the deliverable, by diagram id; `chart-<model>` for charts. */
  readonly pictures: ReadonlyMap<string, { readonly path: string; readonly alt: string }>;
  /** Tables by model. */
  readonly tables: ReadonlyMap<string, readonly Table[]>;
  /** Markdown that did not come from a file of its own, such as the origin of a model's input. */
  readonly inline: (markdown: string) => string;
}

export function place(directive: Directive, caption: string, from: Placeable): string {
  const { name, attributes } = directive;
  const id = attributes["id"] ?? attributes["model"] ?? "";
  if (name === "diagram") return picture(id, id, caption, from);
  if (name === "chart")
    return picture(
      `chart-${id}`,
      `chart-${id}`,
      caption || `${escapeText(from.dossier.models.get(id)?.data.chart?.title ?? id)}.`,
      from,
    );
  if (name === "snippet") return listing(id, from);
  if (name === "table") return (from.tables.get(id) ?? []).map((table) => markdownTable(table, from)).join("\n\n");
  return "";
}

function picture(id: string, label: string, caption: string, { pictures, marks, wording }: Placeable): string {
  const drawn = pictures.get(id);
  if (!drawn) return `*${say(wording, "Figure {id} is missing.", { id: escapeText(id) })}*`;
  const anchor = marks.add({ type: "anchor", id: `diagram-${label}` });
  const number = marks.add({ type: "label", of: "figure", id: label });
  const figure = `${anchor}\n\n![${escapeText(drawn.alt).replace(/[[\]]/g, "\\$&")}](${drawn.path})\n\n***${number}.** ${caption || escapeText(drawn.alt)}*`;
  // An address must be unique, and a reader who has seen the figure wants only its number.
  return marks.once(
    label,
    figure,
    `${say(wording, "See")} ${marks.add({ type: "label-link", of: "figure", id: label })}.`,
  );
}

function listing(id: string, { dossier, marks, wording }: Placeable): string {
  const entry = dossier.snippets.get(id);
  const code = entry && codeOf(dossier.snippets, id, dossier.files);
  if (!entry || code === undefined) return `*${say(wording, "Listing {id} is missing.", { id: escapeText(id) })}*`;
  const { title, language, tool, check } = entry.data;
  const proof =
    check.kind === "test"
      ? say(wording, "executed by its test")
      : say(wording, check.executes ? "executed by {program}" : "checked by {program}", { program: check.run[0] });
  const anchor = marks.add({ type: "anchor", id: `snippet-${id}` });
  const number = marks.add({ type: "label", of: "listing", id });
  return `${anchor}\n\n**${number}.** ${escapeText(title)} (${escapeText(tool)}; ${escapeText(proof)})\n\n${fenced(code, language)}`;
}

/** The code of a snippet: its file, or the region of it between `#region name` and `#endregion`. */
export function codeOf(
  snippets: Entries<Snippet>,
  id: string,
  files: ReadonlyMap<string, SourceText>,
): string | undefined {
  const entry = snippets.get(id);
  if (!entry) return undefined;
  const folder = entry.source.path.replace(/[^/]*$/, "");
  const text = files.get(folder + entry.data.file)?.text;
  if (text === undefined || entry.data.region === undefined) return text;
  const lines = text.split("\n");
  const start = lines.findIndex((line) => new RegExp(`#region\\s+${entry.data.region}\\b`).test(line));
  const end = lines.findIndex((line, at) => at > start && line.includes("#endregion"));
  if (start < 0 || end < 0) return undefined;
  return dedent(lines.slice(start + 1, end)).join("\n");
}

function dedent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const least = Math.min(...indents, 80);
  return lines.map((line) => line.slice(least));
}

function markdownTable({ title, columns, rows }: Table, { inline }: Placeable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const cell = (text: string, kind: Column["kind"]) => {
    if (text === "") return "–";
    if (kind === "formula") return `\`${text.replace(/[`|\s]+/g, " ")}\``;
    return cellText(kind === "markdown" ? inline(text) : escapeText(text));
  };
  return [
    `**${escapeText(title)}**`,
    "",
    line(columns.map((column) => escapeText(column.title))),
    line(columns.map(({ kind }) => (kind === "number" ? "---:" : "---"))),
    ...rows.map((row) => line(row.map((text, at) => cell(text, columns[at]?.kind ?? "text")))),
  ].join("\n");
}
