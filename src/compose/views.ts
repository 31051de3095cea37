/** Entries to what templates read: Markdown fields rendered, everything else as text, every optional field present. */
import type { Entry } from "../model/entry.ts";
import { knownKeys } from "../model/schema-walk.ts";
import { schemaOf } from "../model/schemas.ts";

export type View = Record<string, unknown>;

/** `render` turns the prose of a field into Markdown. */
export function viewOf(entry: Entry, render: (path: readonly (string | number)[]) => unknown): View {
  const schema = schemaOf(entry.kind);
  const fields = new Set(entry.prose.filter((prose) => !prose.isBody).map(({ path }) => path.join("\0")));
  const walk = (value: unknown, path: readonly (string | number)[]): unknown => {
    if (fields.has(path.join("\0"))) return render(path);
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, index]));
    if (value === null || typeof value !== "object") return value;
    const absent = knownKeys(schema, path).map((key) => [key, undefined]);
    const present = Object.entries(value).map(([key, item]) => [key, walk(item, [...path, key])]);
    return Object.fromEntries([...absent, ...present]);
  };
  return { ...(walk(entry.data, []) as View), id: entry.id, anchor: `${entry.kind}-${entry.id}`, area: entry.area };
}
