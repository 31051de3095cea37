/** The composed text in sections, each opening with its heading: the unit that is rendered and cached. */
import { type Mark, pattern } from "../compose/marks.ts";
import type { Report } from "../compose/report.ts";
import { titleText } from "./title.ts";

export interface Section {
  /** Fragment of its heading; none for what stands before the first heading. */
  readonly id?: string;
  /** Level of its heading, 1 for what stands before the first. */
  readonly level: number;
  /** In plain words. */
  readonly title: string;
  /** Markdown; its marks count from 0, so that it does not change when another section does. */
  readonly text: string;
  readonly marks: readonly Mark[];
}

const headingLine = /^#{1,6} (?=\uE000(\d+)\uE001)/gm;

/** In the order of the report; together they hold all of its text. */
export function sectionsOf({ text, marks, title }: Pick<Report, "text" | "marks" | "title">): Section[] {
  const starts = [...text.matchAll(headingLine)].filter((match) => marks.get(Number(match[1])).type === "heading");
  const bounds = [0, ...starts.map(({ index }) => index), text.length];
  return bounds.slice(0, -1).flatMap((start, at) => {
    const part = text.slice(start, bounds[at + 1]);
    if (part.trim() === "") return [];
    const own: Mark[] = [];
    const local = part.replace(pattern, (_, index: string) => `\uE000${own.push(marks.get(Number(index))) - 1}\uE001`);
    const heading = at === 0 ? undefined : own[0];
    const named =
      heading?.type === "heading"
        ? { id: heading.id, level: heading.level, title: titleText(heading.title) }
        : { level: 1, title };
    return [{ ...named, text: unforged(local), marks: own }];
  });
}

/** A character reference must not become one of the two characters that enclose a mark. */
const unforged = (markdown: string): string => markdown.replace(/&#(?:0*5734[45]|x0*e00[01]);?/gi, "\uFFFD");
