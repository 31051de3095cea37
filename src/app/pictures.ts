/** The pictures of a report: diagrams, the roadmap's chart, and the charts of the models. */
import type { Evaluation } from "../calc/evaluate.ts";
import type { ModelResult } from "../calc/result.ts";
import { chartOf } from "../compose/chart.ts";
import { ganttId, ganttOf } from "../compose/gantt.ts";
import type { Placeable } from "../compose/place.ts";
import { digest } from "../core/digest.ts";
import type { Host } from "../core/host.ts";
import type { Wording } from "../core/wording.ts";
import type { DiagramProblem } from "../diagram/problem.ts";
import { readDiagram } from "../diagram/read.ts";
import { renderDiagrams } from "../diagram/render.ts";
import type { Dossier } from "../model/dossier.ts";
import type { Problem } from "../model/problem.ts";
import { memoryOf } from "./memo.ts";

export interface Pictures {
  /** SVG by path from the project's root. */
  readonly files: Map<string, string>;
  readonly links: Placeable["pictures"];
  readonly problems: Problem[];
}

export async function drawPictures(
  dossier: Dossier,
  { results }: Evaluation,
  deliverable: string,
  wording: Wording,
  host: Host,
): Promise<Pictures> {
  const pathOf = (id: string) => picturePath(deliverable, id);
  const requests = [...dossier.diagrams.values()].map(({ id, data }) => ({ id, code: data.code }));
  const gantt = ganttOf(dossier);
  if (gantt !== undefined) requests.push({ id: ganttId, code: gantt });
  const { svgs, problems } = await renderDiagrams(requests, {
    ...host,
    existing: existingPicture(deliverable, host),
  });
  const alts = new Map(
    requests.map(({ id, code }) => {
      const { description, title } = readDiagram(code);
      return [id, description ?? title ?? id];
    }),
  );
  for (const result of results.values()) {
    const chart = drawn(result, wording, host);
    if (!chart) continue;
    svgs.set(`chart-${result.id}`, chart.svg);
    alts.set(`chart-${result.id}`, chart.alt);
  }
  return {
    files: new Map([...svgs].map(([id, svg]) => [pathOf(id), svg])),
    links: new Map([...svgs.keys()].map((id) => [id, { path: `diagrams/${id}.svg`, alt: alts.get(id) ?? id }])),
    problems: problems.map((problem) => toProblem(problem, dossier)),
  };
}

/** A chart is drawn anew only when its model's result, or the program, is another. */
function drawn(result: ModelResult, wording: Wording, host: Pick<Host, "cache">): ReturnType<typeof chartOf> {
  const memory = memoryOf(host);
  if (!memory) return chartOf(result, wording);
  const key = digest(memory.build, JSON.stringify(wording), JSON.stringify(result));
  const known = memory.cache.get("chart", key);
  if (known !== undefined) return JSON.parse(known) ?? undefined;
  const chart = chartOf(result, wording);
  memory.cache.set("chart", key, JSON.stringify(chart ?? null));
  return chart;
}

const picturePath = (deliverable: string, id: string) => `${deliverable.replace(/[^/]*$/, "")}diagrams/${id}.svg`;

/** Pictures of an earlier build, by the id of the diagram. */
export const existingPicture =
  (deliverable: string, { files }: Pick<Host, "files">) =>
  (id: string): string | undefined => {
    const bytes = files.read(picturePath(deliverable, id));
    return bytes && new TextDecoder().decode(bytes);
  };

/** The place of a complaint in the file of its diagram; the roadmap's chart has none and stands for its data. */
export function toProblem({ id, line = 1, message, hint }: DiagramProblem, dossier: Dossier): Problem {
  const source = dossier.diagrams.get(id)?.source ?? dossier.roadmap?.source ?? dossier.config.source;
  const start = source.offset({ line, column: 1 });
  return {
    rule: "diagram-renders",
    severity: "error",
    place: { source, span: { start, end: start + source.line(line).length } },
    message,
    hint,
  };
}
