/** The kinds of objects: which file holds one, and which schema it follows. */
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

export interface Kind {
  readonly name: string;
  readonly schema: z.ZodMiniType;
  /** Path below `research/`; the group `id` is the object's id, `area` the area it belongs to. */
  readonly path: RegExp;
  /** `markdown` files have front matter and a body. */
  readonly form: "yaml" | "markdown";
}

const single = (name: string, schema: z.ZodMiniType): Kind => ({
  name,
  schema,
  path: new RegExp(`^(?<id>${name})\\.yaml$`),
  form: "yaml",
});

const many = (name: string, schema: z.ZodMiniType, form: Kind["form"], path: RegExp): Kind => ({
  name,
  schema,
  path,
  form,
});

/** The first line of a YAML file, by its path below `research/`: it tells editors the schema. Nothing for other files. */
export function schemaLine(path: string): string | undefined {
  const kind = kinds.find((one) => one.form === "yaml" && one.path.test(path));
  return kind && `# yaml-language-server: $schema=${"../".repeat(path.split("/").length - 1)}schemas/${kind.name}.json\n`;
}

export const kinds: readonly Kind[] = [
  single("dossier", config),
  single("system", system),
  single("method", method),
  single("roadmap", roadmap),
  single("matrix", matrix),
  single("risks", risks),
  single("assumptions", assumptions),
  single("conflicts", conflicts),
  single("crosswalk", crosswalk),
  single("glossary", glossary),
  many("ledger", ledger, "yaml", /^(?<id>evidence)\.lock\.yaml$/),
  many("section", section, "markdown", /^sections\/(?<id>[^/]+)\.md$/),
  many("source", source, "yaml", /^sources\/(?<id>[^/]+)\.yaml$/),
  many("area", area, "markdown", /^areas\/(?<id>[^/]+)\/area\.md$/),
  many("case", caseStudy, "markdown", /^areas\/(?<area>[^/]+)\/cases\/(?<id>[^/]+)\.md$/),
  many("finding", finding, "markdown", /^areas\/(?<area>[^/]+)\/(?<id>(?!area\.md$)[^/]+)\.md$/),
  many("recommendation", recommendation, "markdown", /^recommendations\/(?<id>[^/]+)\.md$/),
  many("model", calculation, "yaml", /^models\/(?<id>[^/]+)\.yaml$/),
  many("snippet", snippet, "yaml", /^snippets\/(?<id>[^/]+)\.yaml$/),
];
