/** A source: a CSL item with the facts taken from it. */
import * as z from "zod/mini";
import { date, listOf, partialDate, ref, slug, text, webAddress } from "./scalars.ts";

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

export const source = z.strictObject({
  type: text(),
  title: text(),
  "title-short": z.optional(text()),
  author: z.optional(listOf(name, 1)),
  editor: z.optional(listOf(name, 1)),
  "container-title": z.optional(text()),
  "collection-title": z.optional(text()),
  publisher: z.optional(text()),
  "publisher-place": z.optional(text()),
  genre: z.optional(text()),
  event: z.optional(text()),
  "event-title": z.optional(text()),
  issued: z.optional(partialDate()),
  accessed: z.optional(date()),
  URL: z.optional(webAddress()),
  DOI: z.optional(z.string().check(z.regex(/^10\.\d{4,9}\/\S+$/, "doi"))),
  ISBN: z.optional(text()),
  ISSN: z.optional(text()),
  PMID: z.optional(text()),
  PMCID: z.optional(text()),
  number: z.optional(text()),
  version: z.optional(text()),
  edition: z.optional(text()),
  volume: z.optional(text()),
  issue: z.optional(text()),
  page: z.optional(text()),
  "number-of-pages": z.optional(text()),
  section: z.optional(text()),
  status: z.optional(text()),
  language: z.optional(text()),
  abstract: z.optional(text()),
  keyword: z.optional(text()),
  note: z.optional(text()),
  organisation: z.optional(text()),
  tier: z.optional(z.enum(tiers)),
  flags: z.optional(listOf(z.enum(["vendor-self", "foundational", "preprint", "draft", "superseded"]))),
  archive: z.optional(webAddress()),
  questions: z.optional(listOf(ref("finding"))),
  facts: z.optional(listOf(fact)),
});

export type Source = z.infer<typeof source>;
export type Fact = z.infer<typeof fact>;
