/** What an exchange format is: text to CSL items, and records to text, each naming what it can't carry. */
import type { Source } from "../model/source.ts";
import type { CslItem } from "./csl-item.ts";

/** One entry of a file; `item.id` is its key there. */
export interface ReadRecord {
  readonly item: CslItem;
  /** One-based line where the entry begins. */
  readonly line: number;
  /** Fields of the entry that have no CSL variable. */
  readonly lost: readonly string[];
}

/** What could not be read, or only in part. */
export interface ReadProblem {
  readonly line: number;
  readonly message: string;
}

export interface ReadResult {
  readonly records: readonly ReadRecord[];
  readonly problems: readonly ReadProblem[];
}

export interface WriteResult {
  readonly text: string;
  /** Fields that the format has no place for, by source. */
  readonly lost: readonly { readonly key: string; readonly field: string }[];
}

export type KeyedSources = Iterable<readonly [key: string, source: Source]>;

export interface Format {
  /** Name on the command line. */
  readonly id: string;
  readonly title: string;
  /** File name extensions, without the dot. */
  readonly extensions: readonly string[];
  /** Whether a text without a telling name is of this format. */
  detect?(text: string): boolean;
  /** Never rejects for bad content: each failure is a problem with its line. */
  read?(text: string, path: string): Promise<ReadResult>;
  write?(sources: KeyedSources): WriteResult;
}

/** The format of a file by its name, otherwise by its text. */
export function formatOf(formats: readonly Format[], text: string, path = ""): Format | undefined {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return (
    formats.find(({ extensions }) => extensions.includes(extension)) ??
    formats.find((format) => format.read && format.detect?.(text))
  );
}
