/** Prose documents with little front matter: the sections of the report and the opening of an area. */
import * as z from "zod/mini";
import { text } from "./scalars.ts";

export const section = z.strictObject({ title: text(), by: z.optional(text()) });
export const area = z.strictObject({ title: text(), by: z.optional(text()) });

/** What a diagram's text says of itself. */
export interface Diagram {
  readonly code: string;
  /** `accTitle`, the accessible name. */
  readonly title: string | undefined;
  /** `accDescr`, the accessible description. */
  readonly description: string | undefined;
}

export type Section = z.infer<typeof section>;
export type Area = z.infer<typeof area>;
