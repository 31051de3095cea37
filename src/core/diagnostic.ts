/** What is wrong with the user's content, where, and what to do about it. */
import type { SourceText } from "./source-text.ts";
import type { Span } from "./span.ts";

export type Severity = "error" | "warning" | "info";

export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Text to put in place of a stretch of a file, as a splice at offsets. */
export interface Fix {
  readonly file: string;
  readonly span: Span;
  readonly text: string;
}

export interface Diagnostic extends Location {
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence: what was found and what was expected. */
  readonly message: string;
  /** What to do next. */
  readonly hint?: string;
  readonly related?: readonly (Location & { readonly message: string })[];
  readonly fix?: Fix;
}

/** The location of a span in its file. */
export function locate(source: SourceText, span: Span): Location {
  const start = source.position(span.start);
  const end = source.position(Math.max(span.start, span.end));
  return { file: source.path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** Order for people: by file, then by place, then by rule. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
