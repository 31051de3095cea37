/** A recommendation: a decision record with its price, its proof and its way back. */
import * as z from "zod/mini";
import { certainties } from "./certainties.ts";
import { date, daysOrWeeks, listOf, markdown, number, ref, text } from "./scalars.ts";

const ours = { ours: true } as const;

export const recommendation = z.strictObject({
  title: text(),
  decision: markdown(),
  because: markdown(),
  findings: listOf(ref("finding"), 1),
  certainty: z.enum(certainties),
  strength: z.enum(["strong", "conditional"]),
  alternatives: z.optional(listOf(z.strictObject({ title: text(), rejected: markdown() }))),
  complexity: z.optional(z.enum(["S", "M", "L", "XL"])),
  effort: z.optional(z.strictObject({ p50: number(), p90: number() })),
  calendar: z.optional(z.strictObject({ weeks: daysOrWeeks("number", 5_200) })),
  cost: z.optional(z.strictObject({ build: markdown(), run: markdown() })),
  "depends-on": z.optional(listOf(ref("recommendation"))),
  risk: z.optional(markdown()),
  rollback: z.optional(markdown()),
  reversibility: z.optional(z.enum(["two-way", "one-way"])),
  "if-not-done": z.optional(markdown()),
  owner: z.optional(text()),
  metric: z.optional(z.strictObject({ name: text(), baseline: markdown(ours), target: markdown(ours), by: date() })),
  exit: z.optional(markdown(ours)),
  confirmation: z.optional(z.strictObject({ run: text(), expect: markdown(ours) })),
  system: z.optional(listOf(ref("system"))),
  assumptions: z.optional(listOf(ref("assumption"))),
  scores: z.optional(z.record(z.string(), number())),
  by: z.optional(text()),
  "reviewed-by": z.optional(z.string()),
});

export type Recommendation = z.infer<typeof recommendation>;
