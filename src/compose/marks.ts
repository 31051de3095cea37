/**
 * Marks: places in the composed text that only the finished document can fill (numbers, links back, contents).
 * A mark is a number between two private-use characters, which no file of a dossier may hold, so text can't forge one.
 */

export interface CiteItem {
  readonly key: string;
  /** The facts that are cited; none when the source as a whole is. */
  readonly facts: readonly string[];
  readonly prefix?: string;
  readonly suffix?: string;
}

export type Mark =
  | { readonly type: "cite"; readonly items: readonly CiteItem[]; readonly narrative: boolean }
  /** A heading follows on the same line; the mark stands between the `#`s and its text. */
  | { readonly type: "heading"; readonly level: number; readonly title: string; readonly id: string }
  | { readonly type: "anchor"; readonly id: string }
  /** The number of a figure, table or listing: `Figure 3`. */
  | { readonly type: "label"; readonly of: Labelled; readonly id: string }
  /** A link to such a number. */
  | { readonly type: "label-link"; readonly of: Labelled; readonly id: string }
  | { readonly type: "details"; readonly summary: string }
  | { readonly type: "end-details" }
  | { readonly type: "contents" }
  | { readonly type: "references" };

export type Labelled = "figure" | "table" | "listing";

interface Once {
  readonly id: string;
  readonly first: string;
  readonly again: string;
}

const open = "\uE000";
const close = "\uE001";

export class Marks {
  readonly #marks: Mark[] = [];
  readonly #once: Once[] = [];

  /** Keeps a mark and returns the text that stands for it. */
  add(mark: Mark): string {
    this.#marks.push(mark);
    return `${open}${this.#marks.length - 1}${close}`;
  }

  /** A text for the place where `id` stands first in the document, and one for every later place; `settle` tells them apart. */
  once(id: string, first: string, again: string): string {
    this.#once.push({ id, first, again });
    return `${open}?${this.#once.length - 1}${close}`;
  }

  /** Prose is rendered in another order than it stands in, and some of it never stands anywhere: only the whole text shows what is first. */
  settle(text: string): string {
    const seen = new Set<string>();
    return text.replace(/\uE000\?(\d+)\uE001/g, (_, index: string) => {
      const { id, first, again } = this.#once[Number(index)] as Once;
      const known = seen.has(id);
      seen.add(id);
      return known ? again : first;
    });
  }

  get(index: number): Mark {
    const mark = this.#marks[index];
    if (!mark) throw new RangeError(`There is no mark ${index}.`);
    return mark;
  }

  /** The marks in the order in which they stand in `text`. */
  *in(text: string): Generator<Mark> {
    for (const match of text.matchAll(pattern)) yield this.get(Number(match[1]));
  }

  /** `text` with every mark replaced by what `fill` makes of it. */
  fill(text: string, fill: (mark: Mark) => string): string {
    return text.replace(pattern, (_, index: string) => fill(this.get(Number(index))));
  }
}

export const pattern = /\uE000(\d+)\uE001/g;
