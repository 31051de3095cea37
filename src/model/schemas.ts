/** The schema of each kind, apart from kinds.ts: a run that finds every file in its cache loads no schema. */
import type * as z from "zod/mini";
import { calculation } from "./calculation.ts";
import { caseStudy } from "./case-study.ts";
import { config } from "./config.ts";
import { area, section } from "./document.ts";
import { finding } from "./finding.ts";
import { ledger } from "./ledger.ts";
import { recommendation } from "./recommendation.ts";
import { assumptions, conflicts, crosswalk, glossary, matrix, method, risks, roadmap } from "./registers.ts";
import { snippet } from "./snippet.ts";
import { source } from "./source.ts";
import { system } from "./system.ts";

const schemas: Readonly<Record<string, z.ZodMiniType>> = {
  dossier: config,
  system,
  method,
  roadmap,
  matrix,
  risks,
  assumptions,
  conflicts,
  crosswalk,
  glossary,
  ledger,
  section,
  source,
  area,
  case: caseStudy,
  finding,
  recommendation,
  model: calculation,
  snippet,
};

export function schemaOf(kind: string): z.ZodMiniType {
  const schema = schemas[kind];
  if (!schema) throw new RangeError(`There is no kind ${kind}.`);
  return schema;
}
