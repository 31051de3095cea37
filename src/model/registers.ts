/** The registers: risks, assumptions, conflicts, crosswalk, glossary, decision matrix, method and roadmap. */
import * as z from "zod/mini";
import { date, daysOrWeeks, integer, listOf, markdown, number, ref, slug, text } from "./scalars.ts";

const level = z.enum(["low", "medium", "high"]);
const ours = { ours: true } as const;
const days = () => daysOrWeeks("integer", 36_500);

export const roadmap = z.strictObject({
  start: date(),
  capacity: z.strictObject({
    people: number(),
    share: z.optional(number()),
    "reference-class": z.optional(markdown()),
  }),
  phases: listOf(
    z.strictObject({
      id: slug(),
      title: text(),
      "from-day": days(),
      "to-day": days(),
      entry: listOf(markdown(ours)),
      exit: listOf(markdown(ours)),
      stop: markdown(ours),
      items: listOf(ref("recommendation")),
    }),
  ),
  "first-week": z.optional(listOf(markdown(ours))),
  "pre-mortem": z.optional(markdown()),
});

export const risks = z.strictObject({
  risks: listOf(
    z.strictObject({
      id: slug(),
      title: text(),
      probability: level,
      impact: level,
      trigger: markdown(ours),
      owner: text(),
      mitigation: markdown(ours),
      recommendations: z.optional(listOf(ref("recommendation"))),
    }),
  ),
});

export const assumptions = z.strictObject({
  assumptions: listOf(
    z.strictObject({
      id: slug(),
      statement: markdown(ours),
      basis: markdown(),
      "if-wrong": markdown(ours),
      test: markdown(ours),
      recommendations: z.optional(listOf(ref("recommendation"))),
    }),
  ),
});

export const conflicts = z.strictObject({
  conflicts: listOf(
    z.strictObject({
      id: slug(),
      title: text(),
      sides: markdown(),
      resolution: markdown(),
      status: z.enum(["resolved", "open"]),
    }),
  ),
});

export const crosswalk = z.strictObject({
  frameworks: listOf(z.strictObject({ id: slug(), title: text(), version: text(), "as-of": date() })),
  controls: listOf(
    z.strictObject({
      id: slug(),
      component: ref("system"),
      framework: text(),
      article: text(),
      requirement: markdown(),
      control: markdown(ours),
      evidence: markdown(ours),
      recommendation: ref("recommendation"),
    }),
  ),
});

export const glossary = z.strictObject({
  terms: listOf(z.strictObject({ id: slug(), term: text(), abbreviation: z.optional(text()), means: text() })),
});

export const matrix = z.strictObject({
  criteria: listOf(z.strictObject({ id: slug(), title: text(), weight: number(), means: text() }), 1),
});

export const method = z.strictObject({
  searches: listOf(
    z.strictObject({
      on: date(),
      where: text(),
      query: text(),
      found: integer(),
      screened: integer(),
      included: integer(),
    }),
  ),
  exclusions: listOf(markdown(ours)),
  limits: listOf(markdown(ours)),
  audit: z.optional(
    z.strictObject({
      on: date(),
      by: text(),
      checked: integer(),
      corrected: integer(),
      deleted: integer(),
      note: z.optional(markdown(ours)),
    }),
  ),
});

export type Roadmap = z.infer<typeof roadmap>;
export type Risks = z.infer<typeof risks>;
export type Assumptions = z.infer<typeof assumptions>;
export type Conflicts = z.infer<typeof conflicts>;
export type Crosswalk = z.infer<typeof crosswalk>;
export type Glossary = z.infer<typeof glossary>;
export type Matrix = z.infer<typeof matrix>;
export type Method = z.infer<typeof method>;
