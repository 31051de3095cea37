/** Recommendations depend on each other without a circle. */
import type { Dossier } from "../../model/dossier.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const dependencyAcyclic: Rule = {
  id: "dependency-acyclic",
  family: "structure",
  severity: "error",
  summary: "No recommendation depends on itself, directly or through others.",
  why: "A circle of dependencies has no first step, so nothing of it can be scheduled.",
  good: { files: {} },
  bad: {
    files: changed(
      "recommendations/build-lanes.md",
      "calendar: { weeks: 6 }",
      "calendar: { weeks: 6 }\ndepends-on: [⟦count-again⟧]",
    ),
  },
  check({ dossier }, report) {
    for (const cycle of cycles(dossier)) {
      const [first, second] = cycle;
      const entry = dossier.recommendations.get(first as string);
      const index = entry?.data["depends-on"]?.indexOf(second ?? (first as string)) ?? -1;
      if (entry)
        report(entry.at("depends-on", index), `Unexpected circle: ${[...cycle, first].join(" → ")}`, {
          hint: "Take one of the dependencies out.",
        });
    }
    return dossier.recommendations.size;
  },
};

/** Each circle once, beginning with its first id in the alphabet. */
function cycles({ recommendations }: Dossier): string[][] {
  const state = new Map<string, "open" | "done">();
  const found = new Map<string, string[]>();
  const path: string[] = [];
  const walk = (id: string): void => {
    if (state.get(id) === "done" || !recommendations.has(id)) return;
    if (state.get(id) === "open") {
      const circle = path.slice(path.indexOf(id));
      const start = circle.indexOf([...circle].sort()[0] as string);
      const turned = [...circle.slice(start), ...circle.slice(0, start)];
      found.set(turned.join(" "), turned);
      return;
    }
    state.set(id, "open");
    path.push(id);
    for (const next of recommendations.get(id)?.data["depends-on"] ?? []) walk(next);
    path.pop();
    state.set(id, "done");
  };
  for (const id of recommendations.keys()) walk(id);
  return [...found.values()];
}
