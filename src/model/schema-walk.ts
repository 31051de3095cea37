/** Walks a schema together with a value: which fields are Markdown or references, and which keys are known where. */
import type * as z from "zod/mini";
import { type FieldMeta, fieldMeta } from "./scalars.ts";

interface Definition {
  readonly type: string;
  readonly shape?: Record<string, z.ZodMiniType>;
  readonly element?: z.ZodMiniType;
  readonly valueType?: z.ZodMiniType;
  readonly innerType?: z.ZodMiniType;
  readonly options?: readonly z.ZodMiniType[];
}

const definition = (schema: z.ZodMiniType) => schema._zod.def as unknown as Definition;

export interface MarkedField {
  readonly path: readonly (string | number)[];
  readonly value: string;
  readonly meta: FieldMeta;
}

/** Every text in `value` whose schema says something about it, in the order of the value. */
export function markedFields(
  schema: z.ZodMiniType,
  value: unknown,
  path: readonly (string | number)[] = [],
  found: MarkedField[] = [],
): readonly MarkedField[] {
  if (value === undefined) return found;
  const { type, shape, element, valueType, innerType, options } = definition(schema);
  if (typeof value === "string") {
    const meta = fieldMeta.get(schema);
    if (meta) found.push({ path, value, meta });
  }
  if (type === "optional" && innerType) markedFields(innerType, value, path, found);
  else if (type === "union" && options) {
    const fitting = options.find((option) => option.safeParse(value).success);
    if (fitting) markedFields(fitting, value, path, found);
  } else if (type === "array" && element && Array.isArray(value))
    for (const [index, item] of value.entries()) markedFields(element, item, [...path, index], found);
  else if (value !== null && typeof value === "object")
    for (const [name, item] of Object.entries(value)) {
      const inner = shape ? (Object.hasOwn(shape, name) ? shape[name] : undefined) : valueType;
      if (inner) markedFields(inner, item, [...path, name], found);
    }
  return found;
}

/** The keys that the object at `path` may have; none when anything goes or there is no such object. */
export function knownKeys(schema: z.ZodMiniType, path: readonly (string | number)[]): readonly string[] {
  const { type, shape, element, valueType, innerType, options } = definition(schema);
  if (type === "optional" && innerType) return knownKeys(innerType, path);
  if (type === "union" && options) return options.flatMap((option) => knownKeys(option, path));
  const [head, ...rest] = path;
  if (head === undefined) return Object.keys(shape ?? {});
  const inner = type === "array" ? element : shape ? (Object.hasOwn(shape, head) ? shape[head] : undefined) : valueType;
  return inner ? knownKeys(inner, rest) : [];
}

/** The fields that an object may have, with those of the objects in them; what holds no object has none. */
export interface Fields {
  readonly names: readonly string[];
  readonly inner: Readonly<Record<string, Fields>>;
  /** Of what a record holds under any name. */
  readonly each?: Fields;
}

/** The fields of a schema's objects; a list has those of its items. */
export function fieldsOf(schema: z.ZodMiniType): Fields {
  const { type, shape = {}, element, valueType, innerType, options = [] } = definition(schema);
  const through = type === "array" ? element : type === "optional" ? innerType : undefined;
  if (through) return fieldsOf(through);
  const all = options.map(fieldsOf);
  const entries = Object.entries(shape).map(([name, inner]) => [name, fieldsOf(inner)] as const);
  return {
    names: [...Object.keys(shape), ...new Set(all.flatMap(({ names }) => names))],
    inner: Object.fromEntries([
      ...all.flatMap(({ inner }) => Object.entries(inner)),
      ...entries.filter(([, { names, each }]) => names.length > 0 || each),
    ]),
    ...(valueType ? { each: fieldsOf(valueType) } : {}),
  };
}
