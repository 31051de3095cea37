/** `dossier.yaml`: what the report is called, which questions it answers, and which standards it must meet. */
import * as z from "zod/mini";
import { date, integer, listOf, number, slug, text } from "./scalars.ts";

const severity = z.enum(["error", "warning", "info", "off"]);

/** One profile of quality standards: minimums and maximums by name, and the fields that an object must have. */
const standards = z.strictObject({
  extends: z.optional(text()),
  /** Thresholds; each rule that has one names it. A threshold that is not set is not examined. */
  thresholds: z.optional(z.record(z.string(), number())),
  /** Optional fields that this profile requires, by kind of object. */
  requires: z.optional(z.record(z.string(), listOf(text()))),
  severities: z.optional(z.record(z.string(), severity)),
});

export const config = z.strictObject({
  /** Version of the file format. */
  schema: z.optional(integer()),
  title: text(),
  subtitle: z.optional(text()),
  /** Path of the built report from the project's root. */
  deliverable: text(),
  language: z.optional(text()),
  authors: z.optional(listOf(text())),
  version: z.optional(text()),
  /** As-of date of the evidence. */
  date: date(),
  "review-by": z.optional(date()),
  /** A CSL style: the name of one that comes with Dossier, or a path in the project. */
  style: z.optional(text()),
  formats: z.optional(listOf(z.enum(["md", "html", "pdf", "docx"]))),
  /** Folder with templates that replace the built-in ones of the same name. */
  templates: z.optional(text()),
  areas: listOf(
    z.strictObject({
      id: slug(),
      title: text(),
      questions: listOf(z.strictObject({ id: slug(), title: text(), asks: text() }), 1),
    }),
    1,
  ),
  profile: z.optional(text()),
  standards: z.optional(z.record(z.string(), standards)),
  /** Changes of severity by rule and path, each with its reason. */
  severities: z.optional(listOf(z.strictObject({ rule: text(), path: z.optional(text()), severity, reason: text() }))),
  /** Phrases that must not stand in the report, with what to write instead. */
  "stale-claims": z.optional(listOf(z.strictObject({ pattern: text(), instead: text(), "as-of": date() }))),
  filler: z.optional(listOf(text())),
});

export type Config = z.infer<typeof config>;
