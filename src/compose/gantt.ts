/** The roadmap as a Mermaid gantt chart, made from the same data as its tables. */
import type { Dossier } from "../model/dossier.ts";
import { dayAfter } from "./schedule.ts";

/** The id of the generated diagram. */
export const ganttId = "roadmap-gantt";

export function ganttOf(dossier: Dossier): string | undefined {
  const roadmap = dossier.roadmap?.data;
  if (!roadmap) return undefined;
  const ends = new Map<string, string>();
  const numbers = new Map(roadmap.phases.flatMap(({ items }) => items).map((id, index) => [id, index + 1]));
  const titleOf = (id: string) => dossier.recommendations.get(id)?.data.title ?? id;
  const inWords = (phase: (typeof roadmap.phases)[number]) =>
    `${phase.title} (${dayAfter(roadmap.start, phase["from-day"])} to ${dayAfter(roadmap.start, phase["to-day"])}), ${phase.items.map(titleOf).join(", ")}`;
  const sections = roadmap.phases.map((phase) => {
    const opens = dayAfter(roadmap.start, phase["from-day"]);
    const tasks = phase.items.map((id) => {
      const entry = dossier.recommendations.get(id);
      const waits = (entry?.data["depends-on"] ?? []).flatMap((other) => ends.get(other) ?? []);
      const start = [opens, ...waits].sort().at(-1) as string;
      const end = dayAfter(start, Math.max(7, (entry?.data.calendar?.weeks ?? 1) * 7));
      ends.set(id, end);
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
