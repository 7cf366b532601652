/** Policy files as people write them, made from the declared settings: right, wrong, with parts missing or unknown. */
import fc from "fast-check";
import type { Json, JsonObject } from "../../../../src/policy-file/json.ts";
import { choices } from "../../../../src/contract/choices.ts";
import { stoppedCategories } from "../../../../src/contract/policy-phrases.ts";
import { listNames, settings } from "../../../../src/contract/policy.ts";
import { partialPolicies } from "./policies.ts";

const broken: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    "",
    "STRICT",
    "block ",
    0,
    1,
    "true",
    null,
    [],
    ["block"],
    { value: "block" },
    "none",
  ),
  fc.json({ maxDepth: 2 }).map((text) => JSON.parse(text.replaceAll("__proto__", "proto")) as Json),
);
const phrase = fc.constantFrom(
  "glow points",
  "Glow Points",
  " glow points ",
  "a",
  "",
  "your visit",
  "Summer Gala",
  "x".repeat(101),
);
const entry: fc.Arbitrary<Json> = fc.oneof(
  phrase,
  fc.record<JsonObject>(
    {
      text: phrase,
      category: fc.oneof(fc.constantFrom(...stoppedCategories), broken),
      reason: fc.oneof(phrase, broken),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Json>,
  broken,
);
const list: fc.Arbitrary<Json> = fc.oneof(
  { weight: 6, arbitrary: fc.array(entry, { maxLength: 4 }) },
  { weight: 1, arbitrary: broken },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 199, max: 402 })
      .map((count) => Array.from({ length: count }, (_, at) => `glow points ${at}`)),
  },
);
const parts = [...new Set(choices.map(({ setting }) => setting))].map((setting) => {
  const own = choices.filter((one) => one.setting === setting);
  const value = (values: readonly (string | boolean)[]): fc.Arbitrary<Json> =>
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: broken });
  const [first] = own;
  const whole: fc.Arbitrary<Json> =
    first?.part === undefined
      ? value(first?.values ?? [])
      : fc.oneof(
          {
            weight: 5,
            arbitrary: fc.record(
              Object.fromEntries([
                ...own.map((one) => [one.part ?? "", value(one.values)] as const),
                ["helth", broken],
              ]),
              { requiredKeys: [] },
            ) as fc.Arbitrary<Json>,
          },
          { weight: 1, arbitrary: broken },
        );
  return [setting, whole] as const;
});
const sha256 = fc.constantFrom("a".repeat(64), "B".repeat(64), "abc");
const address = fc.constantFrom(
  "https://lists.practice.example/p.rgl",
  "http://lists.practice.example/",
  "none",
  "https://u:p@a.example/",
);
const others = Object.keys(settings)
  .filter(
    (name) => !choices.some(({ setting }) => setting === name) && !listNames.some((one) => one === name),
  )
  .map(
    (name) =>
      [
        name,
        fc.oneof(
          broken,
          fc.record(
            { address, sha256, key: fc.constantFrom(`${"A".repeat(43)}=`, "short") },
            { requiredKeys: [] },
          ) as fc.Arbitrary<Json>,
        ),
      ] as const,
  );

export const brokenFiles: fc.Arbitrary<JsonObject> = fc.record(
  Object.fromEntries<fc.Arbitrary<Json>>([
    ...parts,
    ...listNames.map((name) => [name, list] as const),
    ...others,
    ["strictnes", broken],
  ]),
  { requiredKeys: [] },
) as fc.Arbitrary<JsonObject>;

export const anyFile: fc.Arbitrary<JsonObject> = fc.oneof(brokenFiles, partialPolicies);
