/**
 * The XML that is handed out, held against its format by libxml2. Microsoft's PolicyDefinitionFiles.xsd and Apple's
 * PropertyList-1.0.dtd are not free to be copied here: `templates.xsd` and `plist.dtd` are written anew from their
 * descriptions, as strict as they for all that is used.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { DtdValidator, XmlDocument, XmlDtd, XmlValidateError, XsdValidator } from "libxml2-wasm";
import { afterAll, describe, expect, it } from "vitest";
import { admlText, admxText } from "../../../../scripts/guard/policy/admx.ts";
import { chosenLines } from "../../../../scripts/guard/policy/hardening.ts";
import { targets } from "../../../../scripts/guard/policy/targets.ts";
import { partialPolicies } from "./policies.ts";
import { here } from "./run-policy.ts";

const schemaText = XmlDocument.fromString(readFileSync(join(here, "templates.xsd"), "utf8"));
const schema = XsdValidator.fromDoc(schemaText);
const dtd = XmlDtd.fromString(readFileSync(join(here, "plist.dtd"), "utf8"));
const plist = new DtdValidator(dtd);
afterAll(() => {
  schema.dispose();
  schemaText.dispose();
  dtd.dispose();
});

/** Throws where the text is not well-formed or not valid. */
function validate(text: string, validator: { validate(document: XmlDocument): void }): void {
  const document = XmlDocument.fromString(text);
  try {
    validator.validate(document);
  } finally {
    document.dispose();
  }
}

const lines = chosenLines("all", "https://updates.practice.example/replyguard.xml");
const profileOf = (policy: Parameters<typeof admlText>[0], name: string): string => {
  const target = targets.find((one) => one.name === name);
  return String(target?.emit(policy, lines).files[0]?.content);
};

describe("the XML of any policy is valid", () => {
  it("as administrative templates", () => {
    validate(admxText(lines), schema);
    validate(admxText([]), schema);
    fc.assert(
      fc.property(partialPolicies, (policy) => validate(admlText(policy, lines), schema)),
      { numRuns: 40 },
    );
  });

  it.each(["chrome-macos", "edge-macos"])("as a property list: %s", (name) => {
    fc.assert(
      fc.property(partialPolicies, (policy) => validate(profileOf(policy, name), plist)),
      { numRuns: 40 },
    );
  });

  it.each([
    ["a policy twice", (text: string) => text.replace("Chrome_actions", "Chrome_strictness")],
    [
      "a category that is not there",
      (text: string) => text.replace('ref="ReplyGuard_Edge"', 'ref="Elsewhere"'),
    ],
    ["no key", (text: string) => text.replace(/ key="[^"]*"/, "")],
    [
      "a name with a hyphen",
      (text: string) => text.replace('name="Chrome_actions"', 'name="Chrome-actions"'),
    ],
    [
      "elements before what they are supported on",
      (text: string) => text.replace('<supportedOn ref="Supported"/>', ""),
    ],
  ])("a template is refused with %s", (_, broken) => {
    const text = admxText(lines);
    expect(broken(text)).not.toBe(text);
    expect(() => validate(broken(text), schema)).toThrow(XmlValidateError);
  });

  it("a property list is refused with a key that has no value, and with null", () => {
    const text = profileOf({ reasonRequired: true }, "chrome-macos");
    expect(() => validate(text.replace("<true/>", ""), plist)).toThrow(XmlValidateError);
    expect(() => validate(text.replace("<true/>", "<null/>"), plist)).toThrow(XmlValidateError);
  });

  it("every word and every field that a template refers to is there", () => {
    const admx = admxText(lines);
    const adml = admlText({}, lines);
    const ids = new Set([...adml.matchAll(/<(?:string|presentation) id="(\w+)"/g)].map(([, id]) => id));
    const named = [...admx.matchAll(/\$\((?:string|presentation)\.(\w+)\)/g)].map(([, id]) => id);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    const fields = new Set(
      [...admx.matchAll(/<(?:text|enum|boolean|decimal) id="(\w+)"/g)].map(([, id]) => id),
    );
    const shown = [...adml.matchAll(/ refId="(\w+)"/g)].map(([, id]) => id);
    expect(new Set(shown)).toEqual(fields);
  });
});
