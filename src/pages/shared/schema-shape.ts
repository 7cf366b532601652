/** What a form or a table has to know of a schema: how a value is typed in, and how it is shown. Pure. */
import { z } from "../../contract/zod.ts";

export type Shape =
  | { readonly kind: "text"; readonly most: number | undefined }
  | { readonly kind: "number"; readonly least: number | undefined; readonly most: number | undefined }
  | { readonly kind: "on-off" }
  | { readonly kind: "one-of"; readonly values: readonly string[] }
  | { readonly kind: "several-of"; readonly values: readonly string[] }
  | { readonly kind: "list"; readonly item: Shape }
  | { readonly kind: "fields"; readonly fields: readonly Field[] };

export interface Field {
  readonly name: string;
  readonly shape: Shape;
  /** It may be left out, or has a default of its own. */
  readonly isOptional: boolean;
  readonly fallback: unknown;
}

const written = z.looseObject({
  type: z.optional(z.string()),
  enum: z.optional(z.array(z.string())),
  maxLength: z.optional(z.number()),
  minimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
  items: z.optional(z.unknown()),
  properties: z.optional(z.record(z.string(), z.unknown())),
  required: z.optional(z.array(z.string())),
  anyOf: z.optional(z.array(z.unknown())),
  default: z.optional(z.unknown()),
});

/** Schemas do not change, and each entry of a list asks anew. */
const known = new WeakMap<z.ZodMiniType, Shape>();

/** Throws for a schema that no policy file could hold, or that is a choice of several forms. */
export function shapeOf(schema: z.ZodMiniType): Shape {
  const shape = known.get(schema) ?? read(z.toJSONSchema(schema, { io: "input" }));
  known.set(schema, shape);
  return shape;
}

function read(schema: unknown): Shape {
  const given = written.parse(schema);
  if (given.anyOf) {
    // A setting that may also be `null`: it is not set then.
    const [only, ...others] = given.anyOf.filter((one) => written.parse(one).type !== "null");
    if (only === undefined || others.length > 0) throw new Error("a setting of several forms");
    return read(only);
  }
  if (given.enum) return { kind: "one-of", values: given.enum };
  if (given.type === "string") return { kind: "text", most: given.maxLength };
  if (given.type === "boolean") return { kind: "on-off" };
  if (given.type === "number" || given.type === "integer")
    return { kind: "number", least: given.minimum, most: given.maximum };
  if (given.type === "array") {
    const item = read(given.items);
    return item.kind === "one-of" ? { kind: "several-of", values: item.values } : { kind: "list", item };
  }
  if (given.type === "object")
    return {
      kind: "fields",
      fields: Object.entries(given.properties ?? {}).map(([name, one]) => ({
        name,
        shape: read(one),
        isOptional: given.required?.includes(name) !== true,
        fallback: written.parse(one).default,
      })),
    };
  throw new Error(`a setting of no known form: ${given.type ?? "none"}`);
}
