/** Policy files as people write them, made from the declared settings: right, wrong, with parts missing or unknown. */
import fc from "fast-check";
import type { Json, JsonObject } from "../../../../src/policy-file/json.ts";
import { choices } from "../../../../src/contract/choices.ts";
import type { Choice } from "../../../../src/contract/choices.ts";
import { stoppedCategories } from "../../../../src/contract/policy-phrases.ts";
import { leveledNames, listNames, settings } from "../../../../src/contract/policy.ts";
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
/** Any value of a choice, or something broken. */
const valueOf = ({ values }: Choice): fc.Arbitrary<Json> =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: broken });
/** Some of the parts, and one that there is not. */
const someOf = (entries: readonly (readonly [string, fc.Arbitrary<Json>])[]): fc.Arbitrary<Json> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record(Object.fromEntries([...entries, ["helth", broken]]), {
        requiredKeys: [],
      }) as fc.Arbitrary<Json>,
    },
    { weight: 1, arbitrary: broken },
  );
function partsOf(own: readonly Choice[], depth: number): fc.Arbitrary<Json> {
  const [first] = own;
  const steps = (one: Choice): readonly string[] => one.path.split(".");
  if (first && steps(first).length === depth) return valueOf(first);
  const names = [...new Set(own.map((one) => steps(one)[depth] ?? ""))];
  return someOf(
    names.map((name) => [
      name,
      partsOf(
        own.filter((one) => steps(one)[depth] === name),
        depth + 1,
      ),
    ]),
  );
}
const parts = [...new Set(choices.map(({ setting }) => setting))].map((setting) => {
  const own = choices.filter((one) => one.setting === setting);
  return [setting, partsOf(own, 1)] as const;
});
const level = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Json>("default", "tighten", "fixed") },
  { weight: 1, arbitrary: broken },
);
const sha256 = fc.constantFrom("a".repeat(64), "B".repeat(64), "abc");
const address = fc.constantFrom(
  "https://lists.practice.example/p.rgl",
  "http://lists.practice.example/",
  "none",
  "https://u:p@a.example/",
);
const day = fc.constantFrom("2027-01-04", "2027-01-31", "2027-02-30", "2028-01-01", "soon");
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
          fc.integer({ min: -1, max: 22 }),
          phrase,
          fc.record({ from: day, until: day }, { requiredKeys: [] }) as fc.Arbitrary<Json>,
          fc.record(
            { name: phrase, phones: list, stopped: phrase, warned: broken },
            { requiredKeys: [] },
          ) as fc.Arbitrary<Json>,
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
    ["levels", someOf(leveledNames.map((name) => [name, level]))],
    ["strictnes", broken],
  ]),
  { requiredKeys: [] },
) as fc.Arbitrary<JsonObject>;

export const anyFile: fc.Arbitrary<JsonObject> = fc.oneof(brokenFiles, partialPolicies);
