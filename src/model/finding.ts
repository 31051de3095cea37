/** A finding: the answer to one research question, how sure it is, and what it means for the system. */
import * as z from "zod/mini";
import { certainties } from "./certainties.ts";
import { date, listOf, markdown, ref, slug, text } from "./scalars.ts";

export const verdicts = ["adopt", "trial", "assess", "hold"] as const;

/** GRADE's five reasons to trust evidence less. */
const downgradeReasons = ["risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias"] as const;

export const options = z.strictObject({
  factors: listOf(z.strictObject({ id: slug(), title: text(), unit: z.optional(text()) }), 1),
  rows: listOf(
    z.strictObject({
      title: text(),
      verdict: z.enum(["choose", "combine", "later", "reject"]),
      values: z.record(z.string(), markdown()),
    }),
    1,
  ),
});

export const finding = z.strictObject({
  title: text(),
  answer: markdown(),
  verdict: z.enum(verdicts),
  because: markdown(),
  system: z.optional(listOf(ref("system"))),
  certainty: z.enum(certainties),
  downgrades: z.optional(listOf(z.strictObject({ reason: z.enum(downgradeReasons), because: markdown() }))),
  options: z.optional(options),
  against: z.optional(markdown()),
  "when-not": z.optional(listOf(markdown())),
  "failure-modes": z.optional(listOf(markdown())),
  boundary: z.optional(markdown()),
  mcp: z.optional(markdown()),
  "no-action": z.optional(markdown()),
  "review-by": z.optional(date()),
  "review-trigger": z.optional(text()),
  by: z.optional(text()),
  "reviewed-by": z.optional(z.string()),
});

export type Finding = z.infer<typeof finding>;
