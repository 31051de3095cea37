/** What templates see: every object of the dossier as a view, arranged by area and question, with what follows from it. */
import type { Dossier } from "../model/dossier.ts";
import type { Entry, Prose } from "../model/entry.ts";
import { countsOf } from "./counts.ts";
import { fields } from "./fields.ts";
import { withoutRepeatedUnits } from "./option-units.ts";
import { rank } from "./ranking.ts";
import { scheduleOf } from "./schedule.ts";
import { safe } from "./templates.ts";
import { type View, viewOf } from "./views.ts";

/** Between these two lie the opening and the synthesis of an area. */
const synthesisMark = /<!--\s*synthesis\s*-->/;

/** Heading levels of prose: a section and an area open at 3, a question at 4. */
const levels = { area: 3, finding: 4, other: 4 } as const;

export type RenderProse = (prose: Prose, level: number, part?: { start: number; end: number }) => string;

export function contextOf(dossier: Dossier, render: RenderProse): View {
  const view = (entry: Entry | undefined, level: number = levels.other): View | undefined =>
    entry && {
      ...viewOf(entry, (prose) => safe(render(prose, level))),
      body: entry.body && entry.body.text.trim() !== "" ? safe(render(entry.body, level)) : undefined,
    };
  const schedule = scheduleOf(dossier);
  const placed =
    dossier.roadmap?.data.phases.flatMap((phase) => phase.items.map((id) => [id, phase.title] as const)) ?? [];
  const phaseOf = new Map(placed);
  const order = placed.map(([id]) => id);
  const position = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  const recommendations = [...dossier.recommendations.values()].sort(
    (a, b) => position(a.id) - position(b.id) || (a.id < b.id ? -1 : 1),
  );
  const finding = (id: string): View | undefined => {
    const entry = dossier.findings.get(id);
    const found = view(entry, levels.finding);
    const answer = entry?.field("answer");
    const [first] = answer?.reading.sentences ?? [];
    return (
      found && {
        ...found,
        // For an overview, where the whole answer would be read twice.
        inShort: answer && first ? safe(render(answer, levels.finding, first.span)) : found["answer"],
        options: found["options"] && withoutRepeatedUnits(found["options"] as View),
        recommendations: recommendations.flatMap(({ id: to, data }, index) =>
          data.findings.includes(id) ? { id: to, title: data.title, number: index + 1 } : [],
        ),
      }
    );
  };
  const ordered = [...dossier.cases.values()].sort((a, b) =>
    a.data.date < b.data.date ? 1 : a.data.date > b.data.date ? -1 : a.id < b.id ? -1 : 1,
  );
  const areas = dossier.config.data.areas.map((area) => ({
    ...area,
    anchor: `area-${area.id}`,
    ...openingAndSynthesis(dossier.areas.get(area.id)?.body, render),
    questions: area.questions.map((question) => ({
      ...question,
      anchor: `finding-${question.id}`,
      finding: finding(question.id),
    })),
    cases: ordered.filter((entry) => entry.area === area.id).map((entry) => view(entry)),
  }));
  return {
    config: {
      ...Object.fromEntries((fields.get("dossier")?.names ?? []).map((name) => [name, undefined])),
      ...dossier.config.data,
    },
    areas,
    recommendations: recommendations.map((entry, index) => ({
      ...view(entry),
      number: index + 1,
      phase: phaseOf.get(entry.id),
      "depends-on": entry.data["depends-on"]?.map((id) => ({
        id,
        title: dossier.recommendations.get(id)?.data.title ?? id,
      })),
      findings: entry.data.findings.map((id) => ({ id, title: dossier.findings.get(id)?.data.title ?? id })),
    })),
    system: view(dossier.system),
    method: view(dossier.method),
    roadmap: roadmapView(dossier, view(dossier.roadmap), schedule),
    ranking: rank(dossier),
    risks: view(dossier.risks)?.["risks"],
    assumptions: view(dossier.assumptions)?.["assumptions"],
    conflicts: view(dossier.conflicts)?.["conflicts"],
    crosswalk: view(dossier.crosswalk),
    glossary: view(dossier.glossary)?.["terms"],
    models: [...dossier.models.values()].map((entry) => ({ ...view(entry), chart: entry.data.chart })),
    counts: countsOf(dossier),
  };
}

function openingAndSynthesis(body: Prose | undefined, render: RenderProse) {
  const mark = body ? synthesisMark.exec(body.text) : null;
  const split = mark?.index ?? body?.text.length ?? 0;
  const part = (start: number, end: number) => {
    const text = body ? render(body, levels.area, { start, end }) : "";
    return text === "" ? undefined : safe(text);
  };
  return {
    opening: part(0, split),
    synthesis: mark && body ? part(split + mark[0].length, body.text.length) : undefined,
  };
}

function roadmapView(
  dossier: Dossier,
  roadmap: View | undefined,
  schedule: ReturnType<typeof scheduleOf>,
): View | undefined {
  if (!roadmap || !schedule) return undefined;
  const title = (id: string) => ({ id, title: dossier.recommendations.get(id)?.data.title ?? id });
  const order = (roadmap["phases"] as View[]).flatMap((phase) => phase["items"] as string[]);
  const phases = (roadmap["phases"] as View[]).map((phase, index) => ({
    ...phase,
    ...schedule.phases[index],
    title: phase["title"],
    items: (phase["items"] as string[]).map((id) => ({ ...title(id), number: order.indexOf(id) + 1 })),
  }));
  return { ...roadmap, phases, schedule: { ...schedule, criticalPath: schedule.criticalPath.map(title) } };
}
