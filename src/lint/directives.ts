/** Every directive of the dossier's prose, and which objects they place. */
import { entriesOf } from "../model/dossier.ts";
import type { Entry, Prose } from "../model/entry.ts";
import type { Directive } from "../model/reading.ts";
import { perDossier } from "./memo.ts";

export interface UsedDirective {
  readonly entry: Entry;
  readonly prose: Prose;
  readonly directive: Directive;
}

export const usedDirectives = perDossier((dossier): readonly UsedDirective[] => {
  const used: UsedDirective[] = [];
  for (const entry of entriesOf(dossier))
    for (const prose of entry.prose)
      for (const directive of prose.reading.directives) used.push({ entry, prose, directive });
  return used;
});

/** The name of what a directive points to: the label of `:ref[id]`, `{#id}` or `{model=id}`. */
export function targetOf({ name, label, attributes }: Directive): string {
  if (name === "diagram" || name === "snippet") return attributes["id"] ?? "";
  if (name === "table" || name === "chart") return attributes["model"] ?? "";
  return label;
}

/** The objects that place a diagram or a snippet, by its id. */
export const placements = perDossier((dossier) => {
  const placed = { diagram: new Map<string, Entry[]>(), snippet: new Map<string, Entry[]>() };
  for (const { entry, directive } of usedDirectives(dossier)) {
    if (directive.name !== "diagram" && directive.name !== "snippet") continue;
    const places = placed[directive.name];
    const id = targetOf(directive);
    places.set(id, [...(places.get(id) ?? []), entry]);
  }
  return placed;
});
