/** A case study: what one organisation did, at what scale, with what measured result. */
import * as z from "zod/mini";
import { boolean, listOf, markdown, partialDate, ref, text } from "./scalars.ts";

export const caseStudy = z.strictObject({
  title: text(),
  organisation: text(),
  date: partialDate(),
  kind: z.enum(["success", "mixed", "failure", "incident"]),
  "first-party": boolean(),
  questions: listOf(ref("finding"), 1),
  scale: markdown(),
  architecture: markdown(),
  result: markdown(),
  limits: markdown(),
  transfers: markdown(),
  "does-not-transfer": z.optional(markdown()),
});

export type CaseStudy = z.infer<typeof caseStudy>;
