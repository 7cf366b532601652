/** Any valid part of a policy, made from the declared settings, so that a setting of tomorrow is tried too. */
import fc from "fast-check";
import { validPolicy } from "../../../../scripts/guard/policy/read-policy.ts";
import type { Json, JsonObject } from "../../../../src/policy-file/json.ts";
import { longestMonitoring } from "../../../../src/contract/policy-monitor.ts";
import { policy } from "../../../../src/contract/policy.ts";
import { z } from "../../../../src/contract/zod.ts";

const written = z.looseObject({
  type: z.optional(z.string()),
  enum: z.optional(z.array(z.union([z.string(), z.number(), z.boolean()]))),
  pattern: z.optional(z.string()),
  minimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
  anyOf: z.optional(z.array(z.unknown())),
  items: z.optional(z.unknown()),
  properties: z.optional(z.record(z.string(), z.unknown())),
  required: z.optional(z.array(z.string())),
});

/** What breaks writers: marks of XML, JSON and the registry, ends of lines, spaces at an end, other scripts, pairs. */
export const oddText = fc.string({
  unit: fc.constantFrom(
    ..."abcXYZ019 ",
    '"',
    "\\",
    "&",
    "<",
    ">",
    "'",
    ";",
    "]]>",
    "\n",
    "\t",
    "\r",
    "é",
    "ñ",
    "中",
    "🙂",
    "\u2028",
    "=",
    "%",
    "$(",
    ",",
    "&amp;",
  ),
  maxLength: 30,
});
const phrase = fc
  .tuple(oddText, oddText)
  .map(([before, after]) => `${before.slice(0, 20)} glow points ${after.slice(0, 20)}`);

const day = fc
  .date({ min: new Date(2026, 0, 1), max: new Date(2040, 11, 31), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10));
const address = fc.webUrl({ validSchemes: ["https"], withQueryParameters: true });
const selector = fc.constantFrom(
  "textarea",
  'div[contenteditable="true"]',
  "form > .send:not([disabled])",
  "#reply , [data-a='<&>']",
);

/** Parts whose rule is no pattern, by their path: without the numbers of entries. */
const named: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  "patientList.address": address,
  "patientList.expires": day,
  "forwarding.address": address,
  "selectorOverrides.box": selector,
  "selectorOverrides.path": fc.constantFrom("^/biz/[^/]+", "/r\\?a=1&b", "^/(?:en|es)/x$"),
  "selectorOverrides.scope": selector,
  "selectorOverrides.sendControls": selector,
  "selectorOverrides.author": selector,
  "selectorOverrides.text": selector,
  "extraSites.host": fc.constantFrom("reviews.example", "a.b.example", "xn--bcher-kva.example"),
  "extraSites.box": selector,
  "extraSites.sendControls": selector,
  monitor: fc.tuple(day, fc.integer({ min: 1, max: longestMonitoring })).map(([from, days]) => {
    const until = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
    return { from, until };
  }),
};

function valueOf(schema: unknown, path: string): fc.Arbitrary<Json> {
  const {
    type,
    enum: choices,
    pattern,
    minimum,
    maximum,
    anyOf,
    items,
    properties,
    required,
  } = written.parse(schema);
  if (type === "array") return fc.array(valueOf(items, path), { maxLength: 6 });
  const known = named[path];
  if (known) return known;
  if (anyOf) return fc.oneof(...anyOf.map((one) => valueOf(one, path)));
  if (choices) return fc.constantFrom(...choices);
  switch (type) {
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: minimum ?? -1000, max: maximum ?? 1000 });
    case "number":
      return fc.double({ min: minimum ?? -1000, max: maximum ?? 1000, noNaN: true }).map((one) => one || 0);
    case "string":
      return pattern === undefined ? fc.oneof(phrase, oddText) : fc.stringMatching(new RegExp(pattern));
    case "object":
      return fc.record(
        Object.fromEntries(
          Object.entries(properties ?? {}).map(([key, one]) => [
            key,
            valueOf(one, path === "" ? key : `${path}.${key}`),
          ]),
        ),
        { requiredKeys: patched.has(path) ? [] : (required ?? []) },
      ) as fc.Arbitrary<Json>;
    default:
      return fc.constant(null);
  }
}

const properties = written.parse(z.toJSONSchema(policy, { io: "input" })).properties ?? {};
export const settingNames = Object.keys(properties);
/** Settings that are objects, of which a policy may say a part. */
const patched = new Set(settingNames.filter((name) => written.parse(properties[name]).type === "object"));

const isValid = (name: string, value: Json): boolean => {
  try {
    validPolicy({ [name]: value }, () => "");
    return true;
  } catch {
    return false;
  }
};

/** What a file says, as it is read: without what is `null`. */
export const partialPolicies: fc.Arbitrary<JsonObject> = fc
  .oneof(
    { weight: 1, arbitrary: fc.constant<Readonly<Record<string, Json | undefined>>>({}) },
    {
      weight: 30,
      arbitrary: fc.record(
        Object.fromEntries(settingNames.map((name) => [name, valueOf(properties[name], name)])),
        { requiredKeys: [] },
      ),
    },
  )
  .map((whole) =>
    validPolicy(
      Object.fromEntries(
        Object.entries(whole).flatMap(([name, value]): [string, Json][] => {
          if (value === undefined) return [];
          if (isValid(name, value)) return [[name, value]];
          // Of a list that has one bad entry, the good ones are kept.
          return Array.isArray(value)
            ? [[name, (value as Json[]).filter((one) => isValid(name, [one]))]]
            : [];
        }),
      ),
      () => "",
    ),
  );
