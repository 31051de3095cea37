/** Entries to what templates read: Markdown fields rendered, everything else as text, every optional field present. */
import type { Entry, Path } from "../model/entry.ts";
import { knownKeys } from "../model/schema-walk.ts";
import { schemaOf } from "../model/schemas.ts";

export type View = Record<string, unknown>;

/** The keys that an object of a kind may have at a path; the items of a list have the same. */
const keysAt = new Map<string, readonly string[]>();

function keysOf(kind: string, path: Path): readonly string[] {
  const place = [kind, ...path.filter((part) => typeof part === "string")].join("\0");
  const known = keysAt.get(place) ?? knownKeys(schemaOf(kind), path);
  keysAt.set(place, known);
  return known;
}

/** `render` turns the prose of a field into Markdown. */
export function viewOf(entry: Entry, render: (path: Path) => unknown): View {
  const fields = new Set(entry.prose.filter((prose) => !prose.isBody).map(({ path }) => path.join("\0")));
  const walk = (value: unknown, path: Path): unknown => {
    if (fields.has(path.join("\0"))) return render(path);
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, index]));
    if (value === null || typeof value !== "object") return value;
    const absent = keysOf(entry.kind, path).map((key) => [key, undefined]);
    const present = Object.entries(value).map(([key, item]) => [key, walk(item, [...path, key])]);
    return Object.fromEntries([...absent, ...present]);
  };
  return { ...(walk(entry.data, []) as View), id: entry.id, anchor: `${entry.kind}-${entry.id}`, area: entry.area };
}
