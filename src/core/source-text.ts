/** The text of one file, and the way from an offset to a line and a column. */

/** One-based line and column, as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export class SourceText {
  #lineStarts: number[] | undefined;

  constructor(
    /** Path from the project's root, with `/`. */
    readonly path: string,
    readonly text: string,
  ) {}

  /** Where `offset` stands; offsets outside the text are clamped to it. */
  position(offset: number): Position {
    const starts = this.#starts();
    const at = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] as number) + 1 };
  }

  /** The offset of a one-based line and column. */
  offset({ line, column }: Position): number {
    const start = this.#starts()[line - 1] ?? this.text.length;
    return Math.min(start + column - 1, this.text.length);
  }

  /** A line without its line break; empty when there is no such line. */
  line(number: number): string {
    const starts = this.#starts();
    const start = starts[number - 1];
    if (start === undefined) return "";
    const end = starts[number] ?? this.text.length + 1;
    return this.text.slice(start, end - 1).replace(/\r$/, "");
  }

  #starts(): number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    for (let at = this.text.indexOf("\n"); at >= 0; at = this.text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
    return starts;
  }
}
