/** What others wait for comes first. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const dependencyBeforeDependent: Rule = {
  id: "dependency-before-dependent",
  family: "roadmap",
  severity: "error",
  summary: "No recommendation stands in an earlier phase than one that it depends on.",
  why: "Such a plan fails on its first day.",
  good: { files: {} },
  bad: { files: changed("roadmap.yaml", "[build-lanes]", "[⟦count-again⟧]", "[count-again]", "[build-lanes]") },
  check({ dossier: { roadmap, recommendations } }, report) {
    if (!roadmap) return 0;
    const { phases } = roadmap.data;
    const phaseOf = new Map(phases.flatMap(({ items }, index) => items.map((id) => [id, index] as const)));
    let examined = 0;
    for (const [index, { items }] of phases.entries())
      for (const [at, id] of items.entries())
        for (const needed of recommendations.get(id)?.data["depends-on"] ?? []) {
          examined++;
          const phase = phaseOf.get(needed);
          if (phase !== undefined && phase > index)
            report(
              roadmap.at("phases", index, "items", at),
              `Unexpected “${id}” in phase “${phases[index]?.id}”: it depends on “${needed}” of the later phase “${phases[phase]?.id}”`,
              {
                hint: "Move one of the two, or drop the dependency.",
              },
            );
        }
    return examined;
  },
};
