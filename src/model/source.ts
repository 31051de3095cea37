/** A source: a CSL item with the facts taken from it. */
import * as z from "zod/mini";
import { cslDates, cslNames, cslText, cslTypes } from "./csl-variables.ts";
import { date, edtf, listOf, ref, slug, text, webAddress } from "./scalars.ts";

const tiers = ["T0", "T1", "T2", "T3"] as const;

const name = z.union([
  z.strictObject({ literal: text() }),
  z.strictObject({
    family: text(),
    given: z.optional(text()),
    suffix: z.optional(text()),
    "non-dropping-particle": z.optional(text()),
    "dropping-particle": z.optional(text()),
  }),
]);

/** SHA-256 of a passage after normalisation, with its length in words; stores none of its text. */
export const pin = z.strictObject({
  words: z.pipe(z.string().check(z.regex(/^[1-9]\d*$/, "integer")), z.transform(Number)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/, "sha256")),
  /** A 32-bit rolling hash of the same words: only windows that have it are hashed with SHA-256. */
  probe: z.optional(z.string().check(z.regex(/^[0-9a-f]{8}$/, "8 lower-case hexadecimal digits"))),
});

/** W3C TextQuoteSelector, for those who may store quotations. */
const quote = z.strictObject({ exact: text(), prefix: z.optional(text()), suffix: z.optional(text()) });

export const fact = z.strictObject({
  id: slug(),
  states: text(),
  figures: z.optional(listOf(text())),
  at: text(),
  seen: date(),
  copy: z.enum(["primary", "primary-excerpt", "secondary"]),
  via: z.optional(webAddress()),
  flags: z.optional(listOf(z.enum(["vendor-self"]))),
  pin: z.optional(pin),
  quote: z.optional(quote),
  by: z.optional(text()),
  note: z.optional(text()),
});

/** The same optional field under each name. */
function optional<const K extends string, T extends z.ZodMiniType>(names: readonly K[], field: () => T) {
  return Object.fromEntries(names.map((name) => [name, z.optional(field())])) as Record<K, z.ZodMiniOptional<T>>;
}

export const source = z.strictObject({
  type: z.enum(cslTypes),
  title: text(),
  ...optional(cslNames, () => listOf(name, 1)),
  ...optional(cslText, text),
  ...optional(cslDates, edtf),
  accessed: z.optional(date()),
  URL: z.optional(webAddress()),
  DOI: z.optional(z.string().check(z.regex(/^10\.\d{4,9}\/\S+$/, "doi"))),
  organisation: z.optional(text()),
  tier: z.optional(z.enum(tiers)),
  flags: z.optional(listOf(z.enum(["vendor-self", "foundational", "preprint", "draft", "superseded"]))),
  archive: z.optional(webAddress()),
  questions: z.optional(listOf(ref("finding"))),
  facts: z.optional(listOf(fact)),
});

export type Source = z.infer<typeof source>;
export type Fact = z.infer<typeof fact>;
