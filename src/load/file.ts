/** One file, read on its own: data, prose and issues. Depends on nothing but its bytes, so the result can be cached by them. */
import type { Reference } from "../model/entry.ts";
import type { Kind } from "../model/kinds.ts";
import type { Reading } from "../model/reading.ts";
import { markedFields } from "../model/schema-walk.ts";
import { readProse } from "../prose/read.ts";
import { splitFrontMatter } from "./front-matter.ts";
import type { Issue } from "./issue.ts";
import { validate } from "./validate.ts";
import { parseYaml } from "./yaml.ts";

export interface ReadProse {
  readonly path: readonly (string | number)[];
  readonly text: string;
  /** Offset of a body; unknown for a field. */
  readonly start?: number;
  readonly ours: boolean;
  readonly reading: Reading;
}

export interface ReadFile {
  /** Missing when the file does not fit its schema. */
  readonly data?: unknown;
  readonly issues: readonly Issue[];
  readonly prose: readonly ReadProse[];
  readonly references: readonly Reference[];
}

export function readFile(kind: Kind, text: string): ReadFile {
  const split = kind.form === "yaml" ? { ...parseYaml(text), body: "", bodyStart: 0 } : splitFrontMatter(text);
  if (split.issues.length > 0) return { issues: split.issues, prose: [], references: [] };
  const { data, issues } = validate(kind.schema, split.value);
  if (data === undefined) return { issues, prose: [], references: [] };
  const prose: ReadProse[] = [];
  const references: Reference[] = [];
  for (const { path, value, meta } of markedFields(kind.schema, split.value)) {
    if (meta.ref) references.push({ path, kind: meta.ref, id: value });
    if (meta.markdown) prose.push({ path, text: value, ours: meta.ours ?? false, reading: readProse(value) });
  }
  if (kind.form === "markdown")
    prose.push({ path: [], text: split.body, start: split.bodyStart, ours: false, reading: readProse(split.body) });
  return { data, issues, prose, references };
}
