/** What can be wrong with one file before anybody asks what it means; plain data, cached with the file. */
import type { Span } from "../core/span.ts";

export const loadRules = {
  "file-is-text": "A file is UTF-8 text without a byte order mark, with LF line ends, of at most 1 MB.",
  "yaml-parses": "YAML is well-formed, without duplicate keys, aliases, tags or very deep nesting.",
  "front-matter-is-yaml": "A Markdown file opens with YAML front matter between two lines `---`.",
  "format-version-known": "Every file is of the version of the format that this program speaks.",
  "known-field": "Every field is one that the schema knows.",
  "field-present": "Every field that the schema requires is there.",
  "field-fits": "Every value has the form that the schema asks for.",
  "known-file": "Every file below research/ is of a known kind.",
} as const;

export type LoadRule = keyof typeof loadRules;

export interface Issue {
  readonly rule: LoadRule;
  readonly message: string;
  readonly hint?: string;
  /** What the value should be, where that is certain. */
  readonly replace?: string;
  /** A stretch of the file, or the path of a field, or a key below a path. */
  readonly span?: Span;
  readonly path?: readonly (string | number)[];
  readonly key?: string;
}
