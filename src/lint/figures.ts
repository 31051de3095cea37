/** Every figure of an object's prose, with the citations that cover it and whether one of their facts has it. */
import type { Span } from "../core/span.ts";
import type { Dossier } from "../model/dossier.ts";
import type { Entry, Prose } from "../model/entry.ts";
import type { CitationItem } from "../model/reading.ts";
import type { Fact } from "../model/source.ts";
import { momentOf, supportsMoment } from "../prose/dates.ts";
import type { Figure } from "../prose/figures.ts";
import { figuresOf, matches } from "../prose/matching.ts";
import type { Ground, Sources } from "./ground.ts";
import { perDossier } from "./memo.ts";
import { scopeAt } from "./scopes.ts";

export type FigureGround = Pick<Ground, "config" | "sources">;

export interface CheckedFigure {
  readonly prose: Prose;
  readonly figure: Figure;
  /** The citations of the same sentence, list item or table row. */
  readonly cited: readonly CitationItem[];
  readonly supported: boolean;
}

/** The figures of an object that need an origin, in the order of its file: those of fields that hold the dossier's own choices are left out. */
export function checkedFigures(entry: Entry, { config, sources }: FigureGround): readonly CheckedFigure[] {
  const checked: CheckedFigure[] = [];
  const today = momentOf(config.data.date);
  for (const prose of entry.prose) {
    if (prose.ours) continue;
    let cover: Cover | undefined;
    for (const figure of prose.reading.figures) {
      // “as of 2026-11-22” is the dossier's own date.
      if (
        figure.kind === "date" &&
        figure.moments.every(({ day, ...rest }) => day === today.day && supportsMoment(today, rest))
      )
        continue;
      const { start } = figure.span;
      if (!cover || start < cover.span.start || start >= cover.span.end) cover = coverAt(entry, prose, start);
      const { cited } = cover;
      checked.push({ prose, figure, cited, supported: cited.length > 0 && supports(sources, figure, cited) });
    }
  }
  return checked;
}

/** A stretch of prose and what is cited in it; most figures share one with the figure before them. */
interface Cover {
  readonly span: Span;
  readonly cited: readonly CitationItem[];
}

/** A row of an options table and a field of a case card are read as a whole; other prose by sentence, item and row. */
function coverAt(entry: Entry, prose: Prose, offset: number): Cover {
  const whole = { start: 0, end: prose.text.length };
  const [first, second, row] = prose.path;
  if (entry.kind === "finding" && first === "options" && second === "rows")
    return {
      span: whole,
      cited: entry.prose.filter(({ path }) => path[0] === first && path[2] === row).flatMap(itemsOf),
    };
  if (prose.reading.citations.length === 0 || (entry.kind === "case" && !prose.isBody))
    return { span: whole, cited: itemsOf(prose) };
  const span = scopeAt(prose, offset) ?? { start: offset, end: offset + 1 };
  const inside = prose.reading.citations.filter(
    (citation) => citation.span.start >= span.start && citation.span.start < span.end,
  );
  return { span, cited: inside.flatMap(({ items }) => items) };
}

const itemsOf = ({ reading }: Prose) => reading.citations.flatMap(({ items }) => items);

/** Each end of a range may stand in another of the cited facts. */
export function supports(sources: Sources, figure: Figure, cited: readonly CitationItem[]): boolean {
  const facts = cited.flatMap((item) => factsOf(sources, item));
  if (facts.some(({ figures }) => figures && matches(figure, figures))) return true;
  if (figure.kind === "date") {
    const issued = cited.flatMap(({ key }) => sources.get(key)?.data.issued ?? []).map(momentOf);
    return figure.moments.every((said) => issued.some((moment) => supportsMoment(moment, said)));
  }
  const ends = figure.numbers.map((number) => ({ ...figure, numbers: [number] }));
  return ends.length > 1 && ends.every((end) => facts.some(({ figures }) => figures && matches(end, figures)));
}

/** The fact that a citation names, or every fact of its source when it names none. */
export function factsOf(sources: Sources, { key, fact: id }: CitationItem): readonly Fact[] {
  const facts = sources.get(key)?.data.facts ?? [];
  return id === undefined ? facts : facts.filter((fact) => fact.id === id);
}

interface Located {
  readonly key: string;
  readonly fact: Fact;
}

const factsByNumber = perDossier((dossier) => {
  const index = new Map<number | "date", Located[]>();
  for (const source of dossier.sources.values())
    for (const fact of source.data.facts ?? [])
      for (const { kind, numbers } of figuresOf(fact.figures ?? []))
        for (const number of kind === "date" ? (["date"] as const) : numbers) {
          const at = index.get(number);
          if (at) at.push({ key: source.id, fact });
          else index.set(number, [{ key: source.id, fact }]);
        }
  return index;
});

/** A fact that has the figure, as `key#fact`; one of a cited source before any other. */
export function factWith(dossier: Dossier, figure: Figure, cited: readonly CitationItem[]): string | undefined {
  const number = figure.kind === "date" ? "date" : figure.numbers[0];
  const candidates = number === undefined ? [] : (factsByNumber(dossier).get(number) ?? []);
  const fitting = candidates.filter(({ fact }) => matches(figure, fact.figures ?? []));
  const nearest = fitting.find(({ key }) => cited.some((item) => item.key === key)) ?? fitting[0];
  return nearest && `${nearest.key}#${nearest.fact.id}`;
}
