/** What rests on what: recommendations on findings, findings on facts, facts on sources; read from citations and references. */
import { type Dossier, entriesOf } from "./dossier.ts";
import type { Entry } from "./entry.ts";
import type { CitationItem } from "./reading.ts";

/** `fact/key#id`, `source/key`, `finding/id`, `case/id`, `area/id`, `model/id`, `recommendation/id`, `roadmap/phase`, `section/id`, … */
export type NodeId = string;

export interface Support {
  /** What a node rests on directly, in the order of its text. */
  readonly on: ReadonlyMap<NodeId, ReadonlySet<NodeId>>;
  /** What rests on a node directly. */
  readonly under: ReadonlyMap<NodeId, ReadonlySet<NodeId>>;
}

export function supportOf(dossier: Dossier): Support {
  const on = new Map<NodeId, Set<NodeId>>();
  const under = new Map<NodeId, Set<NodeId>>();
  const rests = (upper: NodeId, lower: NodeId) => {
    if (upper === lower) return;
    join(on, upper, lower);
    join(under, lower, upper);
  };
  for (const { id, data } of dossier.sources.values())
    for (const fact of data.facts ?? []) rests(`fact/${id}#${fact.id}`, `source/${id}`);
  for (const entry of entriesOf(dossier)) {
    const node = nodeOf(entry);
    for (const { reading } of entry.prose) {
      for (const { items } of reading.citations)
        for (const item of items) for (const fact of citedBy(dossier, item)) rests(node, fact);
      for (const { name, label } of reading.directives) {
        const target =
          name === "ref" ? targetOf(dossier, label) : name === "value" ? modelOf(dossier, label) : undefined;
        // Findings refer to recommendations and to each other to guide the reader, not to lean on them.
        if (target && (target.startsWith("model/") || entry.kind === "recommendation")) rests(node, target);
      }
    }
  }
  for (const { id, data } of dossier.recommendations.values())
    for (const finding of data.findings) rests(`recommendation/${id}`, `finding/${finding}`);
  for (const phase of dossier.roadmap?.data.phases ?? [])
    for (const item of phase.items) rests(`roadmap/${phase.id}`, `recommendation/${item}`);
  for (const { id, data } of dossier.models.values())
    for (const { from } of Object.values(data.inputs)) {
      const model = from && modelOf(dossier, from);
      if (model) rests(`model/${id}`, model);
    }
  return { on, under };
}

/** Everything reachable along the edges, without the start, nearest first. */
export function reach(edges: ReadonlyMap<NodeId, ReadonlySet<NodeId>>, start: NodeId): NodeId[] {
  const seen = new Set([start]);
  for (const node of seen) for (const next of edges.get(node) ?? []) seen.add(next);
  seen.delete(start);
  return [...seen];
}

const nodeOf = ({ kind, id }: Entry): NodeId => `${kind}/${id}`;

/** A citation of a whole source leans on all of its facts. */
function citedBy(dossier: Dossier, { key, fact }: CitationItem): NodeId[] {
  if (fact !== undefined) return [`fact/${key}#${fact}`];
  const facts = dossier.sources.get(key)?.data.facts ?? [];
  return facts.length > 0 ? facts.map(({ id }) => `fact/${key}#${id}`) : [`source/${key}`];
}

function targetOf(dossier: Dossier, id: string): NodeId | undefined {
  if (dossier.findings.has(id)) return `finding/${id}`;
  if (dossier.cases.has(id)) return `case/${id}`;
  return dossier.models.has(id) ? `model/${id}` : undefined;
}

function modelOf(dossier: Dossier, value: string): NodeId | undefined {
  const model = value.split(".")[0] as string;
  return dossier.models.has(model) ? `model/${model}` : undefined;
}

function join(edges: Map<NodeId, Set<NodeId>>, from: NodeId, to: NodeId): void {
  const known = edges.get(from);
  if (known) known.add(to);
  else edges.set(from, new Set([to]));
}
