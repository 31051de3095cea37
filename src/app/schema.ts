/** JSON Schemas of the workspace's files, for editors: completion, hover and validation while typing. */
import * as z from "zod/mini";
import { didYouMean } from "../core/suggest.ts";
import { UserError } from "../core/user-error.ts";
import { kinds } from "../model/kinds.ts";
import { fieldMeta } from "../model/scalars.ts";
import { schemaOf } from "../model/schemas.ts";

/** By kind; only `kind` when it is given. Throws UserError for an unknown one. */
export function jsonSchemas(kind?: string): Map<string, unknown> {
  const names = kinds.map(({ name }) => name);
  if (kind !== undefined && !names.includes(kind))
    throw new UserError(`Unknown kind “${kind}”.`, didYouMean(kind, names) ?? `Kinds: ${names.join(", ")}.`);
  const wanted = kinds.filter(({ name }) => kind === undefined || name === kind);
  return new Map(wanted.map(({ name }) => [name, { title: `Dossier ${name}`, ...toJsonSchema(schemaOf(name)) }]));
}

/** Files are read as text, but an editor's YAML has numbers and booleans: what looks like one is declared as one. */
function toJsonSchema(schema: z.ZodMiniType): object {
  return z.toJSONSchema(schema, {
    io: "input",
    target: "draft-7",
    override: ({ zodSchema, jsonSchema }) => {
      const meta = fieldMeta.get(zodSchema as unknown as z.ZodMiniType);
      if (meta?.markdown) jsonSchema.description = "Markdown; may hold citations [@key#fact] and directives.";
      if (meta?.ref) jsonSchema.description = `The id of a ${meta.ref}.`;
      if (zodSchema._zod.def.type !== "pipe") return;
      const values = jsonSchema.enum;
      const pattern = jsonSchema.pattern ?? "";
      for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Record<string, unknown>)[key];
      if (values) jsonSchema.type = "boolean";
      else jsonSchema.type = pattern.includes("e[") || pattern.includes("[eE]") ? "number" : "integer";
    },
  });
}
