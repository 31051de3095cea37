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
export function* markedFields(
  schema: z.ZodMiniType,
  value: unknown,
  path: readonly (string | number)[] = [],
): Generator<MarkedField> {
  const meta = fieldMeta.get(schema);
  if (meta && typeof value === "string") yield { path, value, meta };
  const { type, shape, element, valueType, innerType, options } = definition(schema);
  if (type === "optional" && innerType) {
    if (value !== undefined) yield* markedFields(innerType, value, path);
  } else if (type === "union" && options) {
    const fitting = options.find((option) => option.safeParse(value).success);
    if (fitting) yield* markedFields(fitting, value, path);
  } else if (type === "array" && element && Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* markedFields(element, item, [...path, index]);
  } else if (value !== null && typeof value === "object") {
    for (const [name, item] of Object.entries(value)) {
      const inner = shape ? (Object.hasOwn(shape, name) ? shape[name] : undefined) : valueType;
      if (inner) yield* markedFields(inner, item, [...path, name]);
    }
  }
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
