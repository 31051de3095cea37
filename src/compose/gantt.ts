/** The roadmap as a Mermaid gantt chart, made from the same data as its tables. */
import type { Dossier } from "../model/dossier.ts";
import { type Bar, barsOf } from "./bars.ts";
import { dayAfter } from "./schedule.ts";

/** The id of the generated diagram. */
export const ganttId = "roadmap-gantt";

export function ganttOf(dossier: Dossier): string | undefined {
  const roadmap = dossier.roadmap?.data;
  if (!roadmap) return undefined;
  const bars = barsOf(dossier);
  const numbers = new Map(roadmap.phases.flatMap(({ items }) => items).map((id, index) => [id, index + 1]));
  const titleOf = (id: string) => dossier.recommendations.get(id)?.data.title ?? id;
  const inWords = (phase: (typeof roadmap.phases)[number]) =>
    `${phase.title} (${dayAfter(roadmap.start, phase["from-day"])} to ${dayAfter(roadmap.start, phase["to-day"])}), ${phase.items.map(titleOf).join(", ")}`;
  const sections = roadmap.phases.map((phase) => {
    const tasks = phase.items.map((id) => {
      const { from, to } = bars.get(id) as Bar;
      const [start, end] = [from, to].map((day) => dayAfter(roadmap.start, day));
      // Beside a bar is room for a few words: the number that the title bears in the report, and the short name.
      return `    R${numbers.get(id)} ${id.replaceAll("-", " ")} :${start}, ${end}`;
    });
    return [`  section ${plain(phase.title)}`, ...tasks].join("\n");
  });
  return [
    "gantt",
    "  accTitle: Roadmap by phase",
    `  accDescr: ${plain(roadmap.phases.map(inWords).join(". "))}.`,
    "  dateFormat YYYY-MM-DD",
    "  axisFormat %b %Y",
    "  tickInterval 1month",
    ...sections,
    "",
  ].join("\n");
}

/** Gantt syntax gives `:`, `;`, `#` and `,` a meaning. */
const plain = (words: string) =>
  words
    .replace(/[:;#\n]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
