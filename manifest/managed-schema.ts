import { policy } from "../src/contract/policy.ts";
import { z } from "../src/contract/zod.ts";

export const managedSchemaFile = "managed-schema.json";

interface Shape {
  readonly type: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

const written = z.looseObject({
  type: z.optional(z.string()),
  properties: z.optional(z.record(z.string(), z.unknown())),
  items: z.optional(z.unknown()),
  anyOf: z.optional(z.array(z.unknown())),
});

/**
 * What Chrome is told about a managed policy: the settings and the types of their values, no more. Chrome drops without a
 * word what does not fit, so that bounds and choices are left to the worker, which names the fault. Chrome's dialect knows
 * neither unions nor, at the top, `additionalProperties`.
 */
export function managedSchema(): Shape {
  return shapeOf(z.toJSONSchema(policy));
}

function shapeOf(schema: unknown): Shape {
  const { type, properties, items, anyOf } = written.parse(schema);
  if (anyOf) {
    // A setting that may also be `null`, which no policy file needs: to leave it out says the same.
    const [only, ...others] = anyOf.map((one) => written.parse(one)).filter((one) => one.type !== "null");
    if (!only || others.length > 0) throw new Error("Chrome knows no unions");
    return shapeOf(only);
  }
  if (type === undefined) throw new Error("a setting without a type");
  return {
    type,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, shapeOf(one)])),
    }),
    ...(items !== undefined && { items: shapeOf(items) }),
  };
}
