/** A dossier and its templates to one report. */
import type { Table } from "../calc/table.ts";
import type { SourceText } from "../core/source-text.ts";
import type { Wording } from "../core/wording.ts";
import type { Dossier } from "../model/dossier.ts";
import { Prose } from "../model/entry.ts";
import type { Directive, Reading } from "../model/reading.ts";
import type { Values } from "../model/value.ts";
import { readProse } from "../prose/read.ts";
import { targetsOf } from "./anchors.ts";
import { chainsOf } from "./chains.ts";
import { contextOf } from "./context.ts";
import { evidenceOf } from "./evidence.ts";
import { liveModelsOf } from "./live-models.ts";
import { Marks } from "./marks.ts";
import { type Placeable, place } from "./place.ts";
import { type ProseContext, renderProse } from "./prose.ts";
import { type Imprint, numberMarks, type Report } from "./report.ts";
import { helpersOf } from "./template-functions.ts";
import { Templates } from "./templates.ts";

export interface ComposeInput {
  readonly dossier: Dossier;
  readonly values: Values;
  /** Tables of the models, by model. */
  readonly tables: ReadonlyMap<string, readonly Table[]>;
  /** Link from the deliverable and alternative text, by diagram. */
  readonly pictures: Placeable["pictures"];
  /** Formatted entries by source, as Markdown. */
  readonly bibliography: ReadonlyMap<string, string>;
  /** Template texts by name; `report` is the one that is rendered. */
  readonly templates: ReadonlyMap<string, SourceText>;
  readonly wording: Wording;
  /** How the figures of the report are accounted for. */
  readonly figures: { readonly cited: number; readonly computed: number; readonly own: number };
  readonly builtFrom: { readonly files: number; readonly digest: string };
  readonly draft: boolean;
}

/** Rejects with TemplateError when a template is wrong. */
export async function compose(input: ComposeInput): Promise<Omit<Report, "assets">> {
  const { dossier } = input;
  const cells = await readCells(input.tables.values());
  const marks = new Marks();
  const inline = (markdown: string) => {
    const reading = cells.get(markdown);
    if (!reading) throw new RangeError(`This is no cell of a table: ${markdown}`);
    return renderProse(new Prose(dossier.config.source, [], markdown, undefined, true, reading), context);
  };
  const placeable: Placeable = { ...input, marks, inline };
  const context: ProseContext = {
    marks,
    targets: targetsOf(dossier),
    terms: termsOf(dossier),
    values: input.values,
    place: (directive, caption) => place(directive, caption, placeable),
  };
  const section = (id: string, level: number) => {
    const body = dossier.sections.get(id)?.body;
    return body ? renderProse(body, context, level) : "";
  };
  const helpers = helpersOf({
    marks,
    wording: input.wording,
    section,
    place: (name, id, caption = "") =>
      place(
        {
          form: "leaf",
          name,
          label: "",
          attributes: { id, model: id },
          span: { start: 0, end: 0 },
        } satisfies Directive,
        caption,
        placeable,
      ),
  });
  const view = contextOf(dossier, (prose, level, part) => renderProse(prose, context, level, part));
  const templates = await Templates.open(input.templates, helpers);
  const { figures, builtFrom, draft } = input;
  const text = marks.settle(templates.render("report", { ...view, figures, builtFrom, draft }));
  const { references, ...numbering } = numberMarks(text, marks);
  return {
    title: dossier.config.data.title,
    imprint: imprintOf(dossier),
    text,
    marks,
    ...numbering,
    references: references.map((reference) => ({
      ...reference,
      text: input.bibliography.get(reference.key) ?? reference.key,
    })),
    evidence: evidenceOf(
      dossier,
      references.map(({ key }) => key),
    ),
    chains: chainsOf(dossier, view["recommendations"] as Parameters<typeof chainsOf>[1]),
    liveModels: liveModelsOf(dossier),
    wording: input.wording,
    draft: input.draft,
  };
}

function imprintOf({ config }: Dossier): Imprint {
  const { subtitle, authors = [], version, date, "review-by": reviewBy, language = "en" } = config.data;
  return {
    authors,
    date,
    language,
    ...(subtitle ? { subtitle } : {}),
    ...(version ? { version } : {}),
    ...(reviewBy ? { reviewBy } : {}),
  };
}

/** Readings of Markdown cells by their text: the same few phrases stand in many tables, and a preview composes them again and again. */
const readings = new Map<string, Reading>();

async function readCells(tables: Iterable<readonly Table[]>): Promise<ReadonlyMap<string, Reading>> {
  if (readings.size > 10_000) readings.clear();
  const cells = new Map<string, Reading>();
  for (const { columns, rows } of [...tables].flat())
    for (const [at, { kind }] of columns.entries())
      for (const row of rows) {
        const cell = row[at] ?? "";
        if (kind !== "markdown" || cells.has(cell)) continue;
        const reading = readings.get(cell) ?? (await readProse(cell));
        readings.set(cell, reading);
        cells.set(cell, reading);
      }
  return cells;
}

function termsOf(dossier: Dossier): ReadonlyMap<string, string> {
  const terms = new Map<string, string>();
  for (const { id, term, abbreviation } of dossier.glossary?.data.terms ?? [])
    for (const word of [term, abbreviation]) if (word) terms.set(word.toLowerCase(), `term-${id}`);
  return terms;
}
