/** What rests on a fact that no longer stands is suspect itself. */

import type { Dossier } from "../../model/dossier.ts";
import type { Place } from "../../model/entry.ts";
import { type NodeId, reach, supportOf } from "../../model/support.ts";
import { verifiedFacts } from "../../model/verified-facts.ts";
import type { Rule } from "../rule.ts";

const files = (status: string, open = "", close = "") => ({
  "evidence.lock.yaml": `sources:
  old-count:
    status: alive
    checked: 2026-11-20
    since: 2026-01-05
    facts:
      lanes: { status: ${status}, since: 2026-11-20, pin: 0123456789ab }
`,
  "sources/old-count.yaml": `type: report
title: An older count
facts:
  - id: lanes
    states: another city built lanes and counted more bicycles
    at: page 3
    seen: 2026-11-22
    copy: primary
    pin: { words: 12, sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef }
`,
  "areas/transport/cases/other-city.md": `---
title: ${open}Another city counts${close}
organisation: City of Other
date: 2026-03
kind: success
first-party: true
questions: [bicycles]
scale: One city [@old-count#lanes].
architecture: Lanes.
result: More bicycles [@old-count#lanes].
limits: One count only.
transfers: The lanes.
---
`,
});

export const restsOnStandingFacts: Rule = {
  id: "rests-on-standing-facts",
  family: "traceability",
  severity: "warning",
  summary: "No finding, case, recommendation or roadmap phase rests on a fact whose passage is gone.",
  why: "A recommendation is as sure as what carries it. When a passage disappears, somebody has to decide again.",
  good: { files: files("found") },
  bad: { files: files("gone", "⟦", "⟧") },
  check({ dossier }, report) {
    const verified = verifiedFacts(dossier);
    const gone = [...verified].filter(([, { status }]) => status === "gone").map(([id]) => id);
    const support = gone.length > 0 ? supportOf(dossier) : undefined;
    const suspects = new Map<NodeId, string[]>();
    for (const id of gone)
      for (const node of support ? reach(support.under, `fact/${id}`) : [])
        suspects.set(node, [...(suspects.get(node) ?? []), id]);
    for (const [node, facts] of suspects) {
      const place = placeOf(dossier, node);
      if (!place) continue;
      const named = facts.slice(0, 3).join(", ") + (facts.length > 3 ? ` and ${facts.length - 3} more` : "");
      report(
        place,
        `${node.replace("/", " “")}” rests on ${named}, which no longer ${facts.length === 1 ? "stands" : "stand"}`,
        {
          hint: "Correct the fact, or rest it on another one; `dossier trace` shows the way between them.",
        },
      );
    }
    return verified.size;
  },
};

function placeOf(dossier: Dossier, node: NodeId): Place | undefined {
  const [kind = "", id = ""] = node.split(/\/(.*)/s);
  if (kind === "roadmap") {
    const at = dossier.roadmap?.data.phases.findIndex((phase) => phase.id === id) ?? -1;
    return at < 0 ? undefined : dossier.roadmap?.at("phases", at, "title");
  }
  const entries = {
    finding: dossier.findings,
    case: dossier.cases,
    recommendation: dossier.recommendations,
    model: dossier.models,
  }[kind];
  return entries?.get(id)?.at("title");
}
