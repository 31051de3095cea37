/** A document of which only the body changed: its fields are what they were. */
import { digest } from "../core/digest.ts";
import { tooDeepAt } from "../prose/nesting.ts";
import { readProse } from "../prose/read.ts";
import type { ReadFile } from "./file.ts";

const bodyOf = ({ data, prose }: ReadFile) =>
  data === undefined ? undefined : prose.find(({ start }) => start !== undefined);

/** Digest of the text before the body that `read` found; nothing when it has no body, or none that begins a line. */
export function frontOf(text: string, read: ReadFile): string | undefined {
  const front = text.slice(0, bodyOf(read)?.start ?? 0);
  return front.endsWith("\n---\n") ? digest(front) : undefined;
}

/** `before` with the body of `text`, whose front matter is the same; nothing when that body has to be refused. */
export async function withBody(text: string, before: ReadFile): Promise<ReadFile | undefined> {
  const old = bodyOf(before);
  if (old?.start === undefined) return before;
  const body = text.slice(old.start);
  if (tooDeepAt(body) !== undefined) return undefined;
  const reading = await readProse(body, [old]);
  return { ...before, prose: before.prose.map((prose) => (prose === old ? { ...old, text: body, reading } : prose)) };
}
