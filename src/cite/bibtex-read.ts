/** BibTeX and BibLaTeX to CSL items, what needs a TeX parser through @retorquere/bibtex-parser in small batches. */
import { type Options, parse } from "@retorquere/bibtex-parser";
import { type Chunk, chunksOf } from "./bibtex-chunks.ts";
import { itemOfEntry } from "./bibtex-item.ts";
import { takePlain } from "./bibtex-plain.ts";
import type { ReadProblem, ReadRecord, ReadResult } from "./format.ts";

/** Few enough that a hostile file can't make the parser's work grow with the square of its length. */
const batchSize = 100;
/** A longer entry, or one with deeper braces, is no reference. */
const longestEntry = 1_000_000;
const deepest = 100;

/** Titles are kept as they are written; an unknown TeX command leaves its text. */
const asWritten: Options = { english: false, sentenceCase: false, caseProtection: false, unsupported: "ignore" };

/** Every entry of a file, or a problem with the line of each that could not be read. */
export function readBibtex(text: string): ReadResult {
  const { chunks, problems } = chunksOf(text);
  const found: ReadProblem[] = [...problems];
  const records: ReadRecord[] = [];
  const entries = chunks.filter((chunk) => {
    const problem = chunk.type === "string" ? undefined : unreadable(chunk);
    if (problem) found.push({ line: chunk.line, message: problem });
    return chunk.type !== "string" && !problem;
  });
  const strings = stringsOf(
    chunks.filter(({ type }) => type === "string"),
    found,
  );
  const byKey = new Map(entries.map((chunk) => [chunk.key.toLowerCase(), chunk]));
  const inherited = parentsOf(entries, byKey, 1);
  const lightened: LightChunk[] = [];
  for (const chunk of entries) {
    const taken = inherited.has(chunk) ? undefined : takePlain(chunk.text, strings);
    if (!taken) lightened.push(chunk);
    else if (taken.rest) lightened.push({ ...chunk, text: taken.rest, plain: taken.fields });
    else records.push({ ...itemOfEntry(taken), line: chunk.line });
  }
  for (let at = 0; at < lightened.length; at += batchSize)
    readBatch(lightened.slice(at, at + batchSize), byKey, strings, records, found);
  const byLine = (a: { readonly line: number }, b: { readonly line: number }) => a.line - b.line;
  return { records: records.sort(byLine), problems: found.sort(byLine) };
}

/** An entry whose plain fields wait beside it. */
interface LightChunk extends Chunk {
  readonly plain?: Readonly<Record<string, unknown>>;
}

/** Reads entries together; when the parser gives up, one by one. */
function readBatch(
  batch: readonly LightChunk[],
  byKey: ReadonlyMap<string, Chunk>,
  strings: Record<string, string>,
  records: ReadRecord[],
  problems: ReadProblem[],
): void {
  const parents = [...parentsOf(batch, byKey)].filter((parent) => !batch.includes(parent));
  const waiting = new Map<string, LightChunk[]>();
  for (const chunk of batch) waiting.set(chunk.text, [...(waiting.get(chunk.text) ?? []), chunk]);
  const text = [...batch, ...parents].map((chunk) => chunk.text).join("\n\n");
  try {
    const library = parse(text, { ...asWritten, strings });
    const failures = new Map<string, string>();
    for (const { error, input } of library.errors) {
      if (input) failures.set(input.trim(), error);
      else
        for (const chunk of batch.filter((one) => named(error, one)))
          problems.push({ line: chunk.line, message: tidy(error, chunk) });
    }
    for (const entry of library.entries) {
      const chunk = failures.has(entry.input) ? undefined : waiting.get(entry.input)?.shift();
      if (!chunk) continue;
      const fields = { ...entry.fields, ...chunk.plain };
      records.push({ ...itemOfEntry({ ...entry, fields }), line: chunk.line });
    }
    for (const chunk of [...waiting.values()].flat())
      problems.push({
        line: chunk.line,
        message: tidy(failures.get(chunk.text) ?? "Unexpected form, expected key and fields", chunk),
      });
  } catch (error) {
    if (batch.length > 1) for (const chunk of batch) readBatch([chunk], byKey, strings, records, problems);
    else if (batch[0])
      problems.push({
        line: batch[0].line,
        message: tidy(error instanceof Error ? error.message : String(error), batch[0]),
      });
  }
}

/** Entries that others inherit from, to the third generation; each is followed once, whoever names it. */
function parentsOf(chunks: readonly Chunk[], byKey: ReadonlyMap<string, Chunk>, generations = 3): Set<Chunk> {
  const found = new Set<Chunk>();
  let children = chunks;
  for (let left = generations; left > 0; left--) {
    const parents = children.flatMap((chunk) => {
      const lists = chunk.text.matchAll(/\b(?:crossref|xdata)\s*=\s*["{]([^"{}]*)["}]/gi);
      const keys = [...lists].flatMap(([, list]) => (list ?? "").split(","));
      return keys.flatMap((key) => byKey.get(key.trim().toLowerCase()) ?? []).filter((parent) => parent !== chunk);
    });
    children = [...new Set(parents)].filter((parent) => !found.has(parent));
    for (const parent of children) found.add(parent);
  }
  return found;
}

function stringsOf(definitions: readonly Chunk[], problems: ReadProblem[]): Record<string, string> {
  const strings: Record<string, string> = {};
  for (let at = 0; at < definitions.length; at += batchSize) {
    const batch = definitions.slice(at, at + batchSize);
    try {
      Object.assign(strings, parse(batch.map(({ text }) => text).join("\n"), { raw: true, strings }).strings);
    } catch {
      problems.push({ line: batch[0]?.line ?? 1, message: "Unexpected form of @string, expected a name and a text" });
    }
  }
  return strings;
}

function unreadable({ text, type, key }: Chunk): string | undefined {
  if (text.length > longestEntry)
    return `Unexpected length of @${type} “${key}”, expected at most ${longestEntry} characters`;
  let depth = 0;
  for (const [mark] of text.matchAll(/\\.|[{}]/gs)) {
    depth += mark === "{" ? 1 : mark === "}" ? -1 : 0;
    if (depth > deepest) return `Unexpected depth of braces in @${type} “${key}”, expected at most ${deepest}`;
  }
  return undefined;
}

/** An error without its input names an abbreviation. */
function named(error: string, { text }: Chunk): boolean {
  const name = /^Unresolved @string reference "(.+)"$/.exec(error)?.[1];
  return name !== undefined && text.includes(name);
}

/** The parser's words, without places that count from the batch. */
function tidy(error: string, { type, key }: Chunk): string {
  const said = error
    .replace(/ at line \d+, column \d+.*$/s, "")
    .replace(/\s+/g, " ")
    .slice(0, 160);
  return `@${type} “${key}”: ${said}`;
}
