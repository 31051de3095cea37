/** What was read of a file as compact JSON and back. */
import type { Reference } from "../model/entry.ts";
import type { ReadFile, ReadProse } from "./file.ts";
import type { Issue } from "./issue.ts";
import {
  PackedReading,
  type StoredFigure,
  type StoredReading,
  some,
  storeFigure,
  storeReading,
  unstoreFigure,
} from "./packed-reading.ts";
import { valueAt } from "./value-at.ts";

interface StoredProse {
  readonly p: ReadProse["path"];
  /** Missing when it is the value at its path. */
  readonly t?: string;
  readonly a?: number;
  readonly u?: 1;
  readonly r: StoredReading;
}

interface StoredFile {
  readonly d?: unknown;
  readonly i?: readonly Issue[];
  readonly p: readonly StoredProse[];
  readonly r?: readonly Reference[];
  /** The figures of each fact, each with its text, which stands in one of several entries. */
  readonly g?: readonly (readonly (readonly [StoredFigure, string])[])[];
}

export function store({ data, issues, prose, references, figures }: ReadFile): string {
  const facts = figures?.map((fact) => fact.map((figure) => [storeFigure(figure), figure.text] as const));
  const stored: StoredFile = {
    g: facts,
    d: data,
    i: some(issues),
    r: some(references),
    p: prose.map((one) => storeProse(one, data)),
  } as StoredFile;
  return JSON.stringify(stored);
}

export function unstore(json: string): ReadFile {
  const { d, i = [], p, r = [], g } = JSON.parse(json) as StoredFile;
  const prose = p.map(({ p: path, t, a, u, r: stored }) => {
    const text = t ?? (valueAt(d, path) as string);
    return {
      path,
      text,
      ...(a === undefined ? {} : { start: a }),
      ours: u === 1,
      reading: new PackedReading(stored, text),
    };
  });
  return {
    ...(d === undefined ? {} : { data: d }),
    issues: i,
    prose,
    references: r,
    ...(g ? { figures: g.map((fact) => fact.map(([figure, text]) => unstoreFigure(figure, text))) } : {}),
  };
}

function storeProse({ path, text, start, ours, reading }: ReadProse, data: unknown): StoredProse {
  const known = valueAt(data, path) === text;
  return {
    p: path,
    ...(known ? {} : { t: text }),
    ...(start === undefined ? {} : { a: start }),
    ...(ours ? { u: 1 } : {}),
    r: storeReading(reading, text),
  };
}
