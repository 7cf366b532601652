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
}

const described = z.record(z.string(), z.object({ title: z.string(), words: z.string() }));
const declared = z.looseObject({
  properties: z.record(z.string(), z.looseObject({ enum: z.optional(z.array(z.unknown())) })),
});

export const policyShape = (): Shape => managedSchema();

export function allSettings(): Setting[] {
  const words = new Map(Object.entries(described.parse(settings)));
  const { properties } = declared.parse(z.toJSONSchema(policy));
  return Object.entries(policyShape().properties ?? {}).map(([name, shape]) => {
    const choices = properties[name]?.enum?.filter((one) => typeof one === "string");
    const own = words.get(name);
    return {
      name,
      title: own?.title ?? name,
      words: own?.words ?? "",
      shape,
      choices: shape.type === "string" && choices && choices.length > 0 ? choices : undefined,
    };
  });
}
