import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admlText, readAdml } from "../../../../scripts/guard/policy/admx.ts";
import { chosenLines } from "../../../../scripts/guard/policy/hardening.ts";
import { intuneProfile, readIntune } from "../../../../scripts/guard/policy/intune.ts";
import { fileText } from "../../../../src/policy-file/json.ts";
import type { Json, JsonObject } from "../../../../src/policy-file/json.ts";
import { plistText, readPlist } from "../../../../scripts/guard/policy/plist.ts";
import { readRegistryFile, registryFile, treeAt } from "../../../../scripts/guard/policy/registry-file.ts";
import { emptyTree, fromTree, toRegistry } from "../../../../scripts/guard/policy/registry-values.ts";
import type { Setting, Shape } from "../../../../scripts/guard/policy/shape.ts";
import { targets } from "../../../../scripts/guard/policy/targets.ts";
import { element, readXml, xmlText } from "../../../../scripts/guard/policy/xml.ts";
import { patience } from "./as-worker.ts";
import { oddText, partialPolicies, settingNames } from "./policies.ts";

const lines = chosenLines("all", "https://updates.practice.example/replyguard.xml");
const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

describe("any part of a policy", () => {
  it("is made with every setting, and with none", () => {
    const made = fc.sample(partialPolicies, { numRuns: 300, seed: 7 });
    expect(settingNames.filter((name) => !made.some((one) => Object.hasOwn(one, name)))).toEqual([]);
    expect(made.some((one) => Object.keys(one).length === 0)).toBe(true);
  });

  it.each(targets)(
    "comes back from $name as it went",
    (target) => {
      fc.assert(
        fc.property(partialPolicies, fc.boolean(), (policy, withLines) => {
          const { files } = target.emit(policy, withLines ? lines : []);
          const carriers = files.filter(({ path }) => !/\.(?:txt|admx)$/.test(path));
          expect(carriers.length).toBeGreaterThan(0);
          for (const { path, content } of carriers)
            expect({ path, back: target.parse(bytesOf(content), path) }).toEqual({ path, back: policy });
        }),
        { numRuns: 40 },
      );
    },
    patience,
  );

  it.each(targets)(
    "is the same file from $name each time",
    (target) => {
      fc.assert(
        fc.property(partialPolicies, (policy) => {
          expect(target.emit(policy, lines)).toEqual(target.emit(structuredClone(policy), lines));
        }),
        { numRuns: 10 },
      );
    },
    patience,
  );
});

/** Settings that nobody has declared: what the schema may become. Lists are of one kind, as Chrome's schemas have them. */
const number = fc
  .oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(2 ** 31, -(2 ** 31), 1e300),
  )
  .map((one) => one || 0);
const key = fc.oneof(fc.stringMatching(/^[a-z][A-Za-z]{0,8}$/), oddText).filter((one) => one !== "__proto__");
const { value: anyValue } = fc.letrec<{ value: Json; list: Json; object: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    oddText,
    fc.boolean(),
    number,
    tie("list"),
    tie("object"),
  ),
  list: fc.oneof(fc.array(tie("object"), { maxLength: 12 }), fc.array(oddText), fc.array(number)),
  object: fc.dictionary(key, tie("value"), { maxKeys: 4 }),
}));
const anyObject: fc.Arbitrary<JsonObject> = fc.dictionary(
  fc.stringMatching(/^[a-z][A-Za-z]{0,8}$/),
  anyValue,
  { maxKeys: 6 },
);

function shapeOf(value: Json): Shape {
  if (Array.isArray(value)) return { type: "array", items: { type: "object" } };
  if (typeof value === "object" && value !== null)
    return {
      type: "object",
      properties: Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shapeOf(one)])),
    };
  return { type: typeof value };
}
const settingsOf = (policy: JsonObject): Setting[] =>
  Object.entries(policy).map(([name, value]) => ({
    name,
    title: name,
    words: "",
    shape: shapeOf(value),
    choices: undefined,
  }));

describe("settings that are not declared yet", () => {
  it("come back from a registry file", () => {
    fc.assert(
      fc.property(anyObject, (policy) => {
        const values = Object.entries(policy).map(([name, one]) => [name, toRegistry(one)] as const);
        const file = registryFile([{ key: "HKEY_LOCAL_MACHINE\\A", cleared: true, values }]);
        const tree = treeAt(readRegistryFile(file, "a.reg"), "HKEY_LOCAL_MACHINE\\A");
        expect(fromTree(tree ?? emptyTree(), shapeOf(policy), "A")).toEqual(policy);
      }),
    );
  });

  it("come back from a property list", () => {
    fc.assert(
      fc.property(anyObject, (policy) => {
        expect(readPlist(plistText(policy), "a")).toEqual(policy);
      }),
    );
  });

  it("come back from the fields of a template, and from Intune's", () => {
    fc.assert(
      fc.property(anyObject, (policy) => {
        const settings = settingsOf(policy);
        expect(readAdml(admlText(policy, [], settings), "a", settings)).toEqual(policy);
        const profile = bytesOf(fileText(intuneProfile(policy, [], "<policyDefinitions/>")));
        expect(readIntune(profile, "a", settings)).toEqual(policy);
      }),
    );
  });

  it("and any text comes back from XML, as content and as attribute", () => {
    fc.assert(
      fc.property(oddText, oddText, (attribute, content) => {
        const whole = element("a", { b: attribute }, [element("c", {}, content === "" ? [] : [content])]);
        expect(readXml(xmlText(whole), "a").attributes).toEqual({ b: attribute });
        const inner = readXml(xmlText(whole), "a").children.find((one) => typeof one !== "string");
        expect(inner).toMatchObject({ children: content === "" ? [] : [content] });
      }),
    );
  });
});
