/** One file, read on its own: data, prose and issues. Depends on nothing but its bytes, so the result can be cached by them. */
import type { Reference } from "../model/entry.ts";
import type { Figure } from "../model/figure.ts";
import type { Kind } from "../model/kinds.ts";
import type { Reading } from "../model/reading.ts";
import { markedFields } from "../model/schema-walk.ts";
import { schemaOf } from "../model/schemas.ts";
import type { Source } from "../model/source.ts";
import { figuresOf } from "../prose/matching.ts";
import { deepestNesting, tooDeepAt } from "../prose/nesting.ts";
import { readProse } from "../prose/read.ts";
import { otherVersion } from "./format-version.ts";
import { splitFrontMatter } from "./front-matter.ts";
import type { Issue } from "./issue.ts";
import { validate } from "./validate.ts";
import { parseYaml, type Scalars } from "./yaml.ts";

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
  /** Of a source: the figures of each fact. */
  readonly figures?: readonly (readonly Figure[])[];
}

interface Fields extends Pick<ReadFile, "data" | "issues"> {
  readonly value?: Scalars | undefined;
  readonly body: string;
  readonly bodyStart: number;
}

/** The data of a file without its prose; none when it does not fit its schema. */
export function readFile(kind: Kind, text: string): Fields {
  const split = kind.form === "yaml" ? { ...parseYaml(text), body: "", bodyStart: 0 } : splitFrontMatter(text);
  if (split.issues.length > 0) return split;
  const other = otherVersion(text, split.value);
  return { ...split, ...(other ? { issues: [other] } : validate(schemaOf(kind.name), split.value)) };
}

/** `known`: prose of an earlier state of the file, so that what stayed is not read again. */
export async function readWithProse(kind: Kind, text: string, known: readonly ReadProse[] = []): Promise<ReadFile> {
  const { data, issues, value: fields, body, bodyStart } = readFile(kind, text);
  if (data === undefined) return { issues, prose: [], references: [] };
  const marked = markedFields(schemaOf(kind.name), fields);
  const deep = [
    ...marked.flatMap(({ path, value, meta }) => (meta.markdown ? nestingOf(value, () => ({ path })) : [])),
    ...nestingOf(body, (at) => ({ span: { start: bodyStart + at, end: bodyStart + at + 1 } })),
  ];
  if (deep.length > 0) return { issues: [...issues, ...deep], prose: [], references: [] };
  const prose: ReadProse[] = [];
  const references: Reference[] = [];
  for (const { path, value, meta } of marked) {
    if (meta.ref) references.push({ path, kind: meta.ref, id: value });
    if (meta.markdown)
      prose.push({ path, text: value, ours: meta.ours ?? false, reading: await readProse(value, known) });
  }
  if (kind.form === "markdown")
    prose.push({ path: [], text: body, start: bodyStart, ours: false, reading: await readProse(body, known) });
  const facts = kind.name === "source" ? (data as Source).facts : undefined;
  return {
    data,
    issues,
    prose,
    references,
    ...(facts ? { figures: facts.map((fact) => figuresOf(fact.figures ?? [])) } : {}),
  };
}

function nestingOf(text: string, place: (at: number) => Pick<Issue, "span" | "path">): Issue[] {
  const at = tooDeepAt(text);
  if (at === undefined) return [];
  const message = `Unexpected nesting of more than ${deepestNesting} levels, expected prose`;
  return [{ rule: "field-fits", message, hint: "Write it flatter; put what is code into a fence.", ...place(at) }];
}
