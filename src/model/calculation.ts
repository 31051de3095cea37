/** An executable model: inputs with unit and origin, formulas, checks, a sensitivity table and a chart. */
import * as z from "zod/mini";
import { integer, listOf, markdown, number, ref, text } from "./scalars.ts";

const input = z.strictObject({
  title: z.optional(text()),
  /** `system.<figure>` or `<model>.<output>`: value, unit and range come from there. */
  from: z.optional(text()),
  value: z.optional(number()),
  unit: z.optional(text()),
  format: z.optional(z.enum(["percent"])),
  origin: z.optional(markdown()),
  assumption: z.optional(ref("assumption")),
  low: z.optional(number()),
  high: z.optional(number()),
});

const output = z.strictObject({
  title: text(),
  formula: text(),
  unit: text(),
  round: z.optional(integer()),
  format: z.optional(z.enum(["percent"])),
  expect: z.optional(text()),
});

export const calculation = z.strictObject({
  title: text(),
  purpose: markdown(),
  inputs: z.record(z.string(), input),
  outputs: z.record(z.string(), output),
  checks: z.optional(listOf(text())),
  sensitivity: z.optional(z.strictObject({ output: text(), by: number() })),
  chart: z.optional(
    z.strictObject({
      title: text(),
      x: text(),
      from: number(),
      to: number(),
      steps: integer(),
      y: listOf(text(), 1),
      "y-title": z.optional(text()),
    }),
  ),
});

export type Calculation = z.infer<typeof calculation>;
export type CalculationInput = z.infer<typeof input>;
export type CalculationOutput = z.infer<typeof output>;
