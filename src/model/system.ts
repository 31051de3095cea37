/** The system that the report is for: its parts, its data, and the figures that are measured or assumed. */
import * as z from "zod/mini";
import { listOf, number, slug, text } from "./scalars.ts";

export const figure = z.strictObject({
  id: slug(),
  title: text(),
  value: number(),
  /** A unit that the models know; `"1"` is no unit. */
  unit: text(),
  format: z.optional(z.enum(["percent"])),
  status: z.enum(["measured", "assumed", "brief"]),
  low: z.optional(number()),
  high: z.optional(number()),
  "if-wrong": z.optional(text()),
  test: z.optional(text()),
});

export const system = z.strictObject({
  title: text(),
  components: listOf(z.strictObject({ id: slug(), title: text(), zone: text(), does: text() })),
  "data-classes": listOf(z.strictObject({ id: slug(), title: text(), rule: text() })),
  figures: listOf(figure),
});

export type System = z.infer<typeof system>;
