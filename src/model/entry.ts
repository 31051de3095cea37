/** An object of the dossier together with the way back to its text. */
import type { SourceText } from "../core/source-text.ts";
import type { Span } from "../core/span.ts";
import type { CitationItem, Reading } from "./reading.ts";

export type Path = readonly (string | number)[];

/** A place in a file, not looked up yet: finding the line of a YAML node costs a parse, so only reported places pay it. */
export type Place =
  | { readonly source: SourceText; readonly path: Path; readonly key?: string }
  | { readonly source: SourceText; readonly span: Span }
  | { readonly source: SourceText; readonly path: Path; readonly within: Prose; readonly span: Span };

/** A piece of Markdown: the body of a file, or a field of its front matter. */
export class Prose {
  constructor(
    readonly source: SourceText,
    /** Path of the field; empty for the body of a file. */
    readonly path: Path,
    readonly text: string,
    /** Offset of the body in the file; unknown for a field. */
    readonly start: number | undefined,
    /** The figures are the dossier's own by the field's meaning. */
    readonly ours: boolean,
    readonly reading: Reading,
  ) {}

  get isBody(): boolean {
    return this.start !== undefined;
  }

  /** The place of a span of this text in its file. */
  at(span: Span): Place {
    if (this.start !== undefined)
      return { source: this.source, span: { start: this.start + span.start, end: this.start + span.end } };
    return { source: this.source, path: this.path, within: this, span };
  }
}

/** A field that names another object. */
export interface Reference {
  readonly path: Path;
  readonly kind: string;
  readonly id: string;
}

export class Entry<T = unknown> {
  #fields: ReadonlyMap<string, Prose> | undefined;

  constructor(
    readonly kind: string,
    readonly id: string,
    readonly source: SourceText,
    readonly data: T,
    /** Every piece of Markdown in it, in the order of the file. */
    readonly prose: readonly Prose[] = [],
    /** The area that the file stands in. */
    readonly area: string | undefined = undefined,
    /** Every field that names another object. */
    readonly references: readonly Reference[] = [],
    /** Of the bytes of its file. */
    readonly digest = "",
  ) {}

  /** The place of a field: `entry.at("facts", 0, "seen")`; the nearest existing parent when it is missing. */
  at(...path: Path): Place {
    return { source: this.source, path };
  }

  /** The place of a key rather than of its value. */
  atKey(key: string, ...parent: Path): Place {
    return { source: this.source, path: parent, key };
  }

  get body(): Prose | undefined {
    return this.prose.find((prose) => prose.isBody);
  }

  /** The prose of one field. */
  field(...path: Path): Prose | undefined {
    this.#fields ??= new Map(
      this.prose.filter((prose) => !prose.isBody).map((prose) => [prose.path.join("\0"), prose]),
    );
    return this.#fields.get(path.join("\0"));
  }
}

/** Everything that an object cites. */
export const itemsIn = (entry: Entry): readonly CitationItem[] =>
  entry.prose.flatMap(({ reading }) => reading.citations.flatMap(({ items }) => items));
