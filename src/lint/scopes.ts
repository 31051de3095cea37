/** What a citation covers: its sentence, or the whole list item or table row that it stands in. */
import type { Span } from "../core/span.ts";
import type { Prose } from "../model/entry.ts";

/** The scope around an offset; nothing in a heading. */
export function scopeAt({ reading: { sentences, blocks } }: Prose, offset: number): Span | undefined {
  const sentence = sentences.find(({ span }) => span.start <= offset && offset < span.end);
  const block = sentence && blocks[sentence.block];
  return block && block.kind !== "paragraph" ? block.span : sentence?.span;
}
