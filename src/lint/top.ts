/** Where something is reported that an object lacks as a whole: its first line or first key. */
import type { Entry, Place } from "../model/entry.ts";

export function top(entry: Entry): Place {
  const { source } = entry;
  if (source.path.endsWith(".md")) return { source, span: { start: 0, end: 3 } };
  if (source.path.endsWith(".yaml")) return entry.atKey(Object.keys(entry.data as object)[0] ?? "");
  return { source, span: { start: 0, end: source.line(1).length } };
}
