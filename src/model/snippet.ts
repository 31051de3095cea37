/** A snippet: code or configuration shown in the report, with the check that proves it. */
import * as z from "zod/mini";
import { boolean, listOf, ref, slug, text } from "./scalars.ts";

export const snippet = z.strictObject({
  title: text(),
  file: text(),
  language: text(),
  region: z.optional(slug()),
  questions: z.optional(listOf(ref("finding"))),
  tool: text(),
  check: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("test"), file: text() }),
    z.strictObject({ kind: z.literal("command"), run: listOf(text(), 1), executes: z.optional(boolean()) }),
  ]),
});

export type Snippet = z.infer<typeof snippet>;
