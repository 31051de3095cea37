/** Entries to what templates read: Markdown fields rendered, everything else as text, every optional field present. */
import type { Entry, Prose } from "../model/entry.ts";
import type { Fields } from "../model/schema-walk.ts";
import { fields } from "./fields.ts";

export type View = Record<string, unknown>;

/** The prose of an object by the parts of its paths. */
type ProseTree = Map<string | number, ProseTree | Prose>;

/** `render` turns the prose of a field into Markdown. */
export function viewOf(entry: Entry, render: (prose: Prose) => unknown): View {
  const walk = (value: unknown, known: Fields | undefined, prose: ProseTree | Prose | undefined): unknown => {
    if (prose && !(prose instanceof Map)) return render(prose);
    if (Array.isArray(value)) return value.map((item, index) => walk(item, known, prose?.get(index)));
    if (value === null || typeof value !== "object") return value;
    const absent = (known?.names ?? []).map((name) => [name, undefined] as const);
    const present = Object.entries(value).map(
      ([name, item]) => [name, walk(item, known?.inner[name] ?? known?.each, prose?.get(name))] as const,
    );
    return Object.fromEntries([...absent, ...present]);
  };
  const view = walk(entry.data, fields.get(entry.kind), treeOf(entry.prose)) as View;
  return { ...view, id: entry.id, anchor: `${entry.kind}-${entry.id}`, area: entry.area };
}

function treeOf(all: readonly Prose[]): ProseTree {
  const root: ProseTree = new Map();
  for (const prose of all) {
    if (prose.isBody) continue;
    let at = root;
    for (const part of prose.path.slice(0, -1)) {
      const next = (at.get(part) as ProseTree | undefined) ?? new Map();
      at.set(part, next);
      at = next;
    }
    at.set(prose.path.at(-1) as string | number, prose);
  }
  return root;
}
