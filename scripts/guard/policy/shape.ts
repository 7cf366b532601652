/** What the declared settings look like from outside: their types, their choices, their words. */
import { managedSchema } from "../../../manifest/managed-schema.ts";
import { policy, settings } from "../../../src/contract/policy.ts";
import { z } from "../../../src/contract/zod.ts";

/** A JSON schema as far as Chrome knows it: one type, and what is inside. */
export interface Shape {
  readonly type: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

export interface Setting {
  readonly name: string;
  readonly title: string;
  readonly words: string;
  readonly shape: Shape;
  /** The values of a choice of texts; undefined where it is none. */
  readonly choices: readonly string[] | undefined;
  /** Of a whole number that cannot be negative; undefined where it is none. */
  readonly bounds?: { readonly least: number; readonly most: number; readonly usual: number } | undefined;
  /** The parts of an object and what each may say, for somebody who writes it by hand; undefined where it is none. */
  readonly parts?: readonly string[] | undefined;
}

const described = z.record(
  z.string(),
  z.object({ title: z.string(), words: z.string(), kind: z.string(), fallback: z.unknown() }),
);
const declared = z.looseObject({
  properties: z.record(
    z.string(),
    z.looseObject({
      enum: z.optional(z.array(z.unknown())),
      minimum: z.optional(z.number()),
      maximum: z.optional(z.number()),
      properties: z.optional(z.record(z.string(), z.unknown())),
      anyOf: z.optional(z.array(z.unknown())),
      items: z.optional(z.unknown()),
    }),
  ),
});

export const policyShape = (): Shape => managedSchema();

export function allSettings(): Setting[] {
  const words = new Map(Object.entries(described.parse(settings)));
  const { properties } = declared.parse(z.toJSONSchema(policy, { io: "input" }));
  return Object.entries(policyShape().properties ?? {}).map(([name, shape]) => {
    const about = properties[name];
    const choices = about?.enum?.filter((one) => typeof one === "string");
    const [least, most] = [about?.minimum ?? -1, about?.maximum ?? Infinity];
    const parts = partsOf(shape, about, words.get(name)?.kind !== "choice");
    const own = words.get(name);
    return {
      name,
      title: own?.title ?? name,
      words: own?.words ?? "",
      shape,
      choices: shape.type === "string" && choices && choices.length > 0 ? choices : undefined,
      bounds:
        shape.type === "integer" && least >= 0 && most <= 0xffffffff
          ? { least, most, usual: Number(own?.fallback) }
          : undefined,
      parts: parts.length > 0 ? parts : undefined,
    };
  });
}

const inner = z.looseObject({
  enum: z.optional(z.array(z.union([z.string(), z.number(), z.boolean()]))),
  properties: z.optional(z.record(z.string(), z.unknown())),
  anyOf: z.optional(z.array(z.unknown())),
  items: z.optional(z.unknown()),
  required: z.optional(z.array(z.string())),
});

/** `name` or `category: a, b or c`, of an object, or of each entry of a list of objects. */
function partsOf(shape: Shape, schema: unknown, isWhole: boolean): string[] {
  const { properties, anyOf, items, required = [] } = inner.parse(schema ?? {});
  const only = anyOf?.find((one) => inner.parse(one).properties !== undefined);
  if (only !== undefined) return partsOf(shape, only, isWhole);
  if (shape.type === "array" && items !== undefined)
    return partsOf(shape.items ?? { type: "object" }, items, isWhole);
  return Object.entries(shape.properties ?? {}).map(([name, one]) => {
    const { enum: values } = inner.parse(properties?.[name] ?? {});
    const inside = Object.keys(one.items?.properties ?? one.properties ?? {});
    const said =
      values !== undefined
        ? values.join(", ")
        : one.type === "boolean"
          ? "true, false"
          : one.type === "integer"
            ? "a whole number"
            : one.type === "array"
              ? `a list${inside.length > 0 ? ` of { ${inside.join(", ")} }` : ""}`
              : inside.length > 0
                ? `{ ${inside.join(", ")} }`
                : "a text";
    return `${name}${isWhole && required.includes(name) ? " (needed)" : ""}: ${said}`;
  });
}
