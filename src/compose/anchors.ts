/** The address of each object in the report. */
import type { Dossier } from "../model/dossier.ts";

export interface Target {
  readonly kind: string;
  readonly title: string;
  /** Fragment without `#`. */
  readonly anchor: string;
}

/** What `:ref[id]` can name, by id; the first kind that has the id wins. */
export function targetsOf(dossier: Dossier): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  const add = (kind: string, id: string, title: string) => {
    if (!targets.has(id)) targets.set(id, { kind, title, anchor: `${kind}-${id}` });
  };
  for (const { id, data } of dossier.findings.values()) add("finding", id, data.title);
  for (const { id, data } of dossier.recommendations.values()) add("recommendation", id, data.title);
  for (const { id, data } of dossier.cases.values()) add("case", id, data.title);
  for (const { id, data } of dossier.models.values()) add("model", id, data.title);
  for (const { id, data } of dossier.diagrams.values()) add("diagram", id, data.title ?? id);
  for (const { id, data } of dossier.snippets.values()) add("snippet", id, data.title);
  for (const { id, data } of dossier.areas.values()) add("area", id, data.title);
  for (const risk of dossier.risks?.data.risks ?? []) add("risk", risk.id, risk.title);
  for (const assumption of dossier.assumptions?.data.assumptions ?? []) add("assumption", assumption.id, assumption.id);
  for (const conflict of dossier.conflicts?.data.conflicts ?? []) add("conflict", conflict.id, conflict.title);
  const { components = [], "data-classes": classes = [], figures = [] } = dossier.system?.data ?? {};
  for (const { id, title } of [...components, ...classes, ...figures]) add("system", id, title);
  return targets;
}
