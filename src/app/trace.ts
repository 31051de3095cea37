/** Follows what rests on what, downwards from a recommendation or upwards from a source. */
import { didYouMean } from "../core/suggest.ts";
import { UserError } from "../core/user-error.ts";
import { type Dossier, factOf } from "../model/dossier.ts";
import { type NodeId, reach, type Support, supportOf } from "../model/support.ts";
import { verifiedFacts } from "../model/verified-facts.ts";

export interface TraceNode {
  readonly id: NodeId;
  readonly title: string;
  /** How sure it is, in words. */
  readonly says: readonly string[];
  readonly children: readonly TraceNode[];
}

export interface Trace {
  /** `down`: what the object rests on; `up`: what would fall with it. */
  readonly direction: "down" | "up";
  readonly root: TraceNode;
  /** How many objects of each kind are in it. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Sources and facts are followed upwards, everything else downwards. Throws UserError for an unknown id. */
export function trace(dossier: Dossier, id: string, direction?: Trace["direction"]): Trace {
  const start = find(dossier, id);
  const way = direction ?? (/^(?:source|fact)\//.test(start) ? "up" : "down");
  const support = supportOf(dossier);
  const edges = way === "up" ? support.under : support.on;
  const counts: Record<string, number> = {};
  for (const node of reach(edges, start)) {
    const kind = node.split("/")[0] as string;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return {
    direction: way,
    root: grow({ dossier, edges, verified: verifiedFacts(dossier), opened: new Set() }, start),
    counts,
  };
}

/** What would fall with a fact or a source: findings, recommendations and roadmap phases, nearest first. */
export function restsOn(dossier: Dossier, node: NodeId, support: Support = supportOf(dossier)): NodeId[] {
  return reach(support.under, node).filter((id) => /^(?:finding|recommendation|roadmap|model|case)\//.test(id));
}

interface Growth {
  readonly dossier: Dossier;
  readonly edges: Support["on"];
  readonly verified: ReturnType<typeof verifiedFacts>;
  readonly opened: Set<NodeId>;
}

/** Each object opens once; met again, it is named only. */
function grow(growth: Growth, id: NodeId): TraceNode {
  const first = !growth.opened.has(id);
  growth.opened.add(id);
  const next = [...(growth.edges.get(id) ?? [])];
  const children = first ? next.map((child) => grow(growth, child)) : [];
  return { id, ...describe(growth, id), children };
}

function find(dossier: Dossier, said: string): NodeId {
  const id = said.replace(/^@/, "");
  const [key = "", fact] = id.split("#");
  if (fact !== undefined && factOf(dossier, key, fact)) return `fact/${id}`;
  const places = {
    recommendation: dossier.recommendations,
    finding: dossier.findings,
    source: dossier.sources,
    case: dossier.cases,
    model: dossier.models,
    area: dossier.areas,
    section: dossier.sections,
  };
  for (const [kind, entries] of Object.entries(places)) if (entries.has(id)) return `${kind}/${id}`;
  if (dossier.roadmap?.data.phases.some((phase) => phase.id === id)) return `roadmap/${id}`;
  const known = [
    ...Object.values(places).flatMap((entries) => [...entries.keys()]),
    ...(dossier.sources.get(key)?.data.facts ?? []).map((one) => `${key}#${one.id}`),
  ];
  throw new UserError(
    `There is nothing called “${said}”.`,
    didYouMean(id, known) ?? "Give the id of a recommendation, finding, case, model, source, or key#fact.",
  );
}

function describe({ dossier, verified }: Growth, node: NodeId): Pick<TraceNode, "title" | "says"> {
  const [kind = "", id = ""] = node.split(/\/(.*)/s);
  if (kind === "fact") {
    const [key = "", name = ""] = id.split("#");
    const fact = factOf(dossier, key, name);
    return fact
      ? { title: fact.states, says: [fact.copy, stands(verified.get(id))] }
      : { title: "", says: ["there is no such fact"] };
  }
  if (kind === "source") {
    const data = dossier.sources.get(id)?.data;
    return data
      ? {
          title: data.title,
          says: [data.tier ?? "no tier", ...(data.organisation ? [data.organisation] : []), ...(data.flags ?? [])],
        }
      : { title: "", says: ["there is no such source"] };
  }
  if (kind === "recommendation") {
    const data = dossier.recommendations.get(id)?.data;
    return { title: data?.title ?? "", says: data ? [`certainty ${data.certainty}`, data.strength] : [] };
  }
  if (kind === "finding") {
    const data = dossier.findings.get(id)?.data;
    return { title: data?.title ?? "", says: data ? [`certainty ${data.certainty}`, data.verdict] : [] };
  }
  if (kind === "roadmap")
    return { title: dossier.roadmap?.data.phases.find((phase) => phase.id === id)?.title ?? "", says: [] };
  const titled = { case: dossier.cases, model: dossier.models, area: dossier.areas, section: dossier.sections }[
    kind
  ]?.get(id);
  return { title: titled?.data.title ?? "", says: [] };
}

/** What the ledger knows of a fact, if it speaks of the fact's present pin. */
function stands(known: { readonly status: string; readonly checked: string } | undefined): string {
  return known ? `${known.status} ${known.checked}` : "not verified";
}
