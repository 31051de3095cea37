/** The fields of each kind of object. The bundler puts them here as data: of the schemas, composing needs nothing else. */
import { kinds } from "../model/kinds.ts";
import { type Fields, fieldsOf } from "../model/schema-walk.ts";
import { schemaOf } from "../model/schemas.ts";

export const fields: ReadonlyMap<string, Fields> = new Map(kinds.map(({ name }) => [name, fieldsOf(schemaOf(name))]));
