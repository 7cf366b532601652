/**
 * Administrative templates for Group Policy: what can be set (ADMX), and its words and first values (ADML). Format: Microsoft's
 * "Group Policy ADMX Syntax Reference Guide" and [MS-GPREG] 7 (PolicyDefinitions.xsd).
 */
import { Problem } from "../problem.ts";
import {
  categoryId,
  fieldOf,
  fieldText,
  idOf,
  policyId,
  readFields,
  windowsBrowsers,
} from "./admx-settings.ts";
import { linesFor } from "./hardening.ts";
import type { Line } from "./hardening.ts";
import { isList, own } from "../../../src/policy-file/json.ts";
import type { Json, JsonObject } from "../../../src/policy-file/json.ts";
import { toRegistry } from "./registry-values.ts";
import type { RegistryValue } from "./registry-values.ts";
import type { Setting } from "./shape.ts";
import { allSettings } from "./shape.ts";
import { browserNames } from "./target.ts";
import { extensionKey, listEntry, policyKeys } from "./windows-registry.ts";
import type { Windows } from "./windows-registry.ts";
import { childOf, contentOf, descendants, element, readXml, xmlText } from "./xml.ts";
import type { Element } from "./xml.ts";

const xmlns = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions";
const head = '<?xml version="1.0" encoding="utf-8"?>\n';
const versions = { xmlns, revision: "1.0", schemaVersion: "1.0" };
/** As the browsers' own templates have it for texts of JSON; without it a field ends at 1,023 characters. */
const longest = "1000000";
/** Of a value that a template itself holds (PolicyDefinitions.xsd, type Value). */
const longestFixed = 255;

const words = (id: string): string => `$(string.${id})`;
const choiceId = (setting: Setting, index: number): string => idOf("Choice", setting.name, String(index));

function valueElement(value: RegistryValue): Element {
  if (value.type === "dword") return element("decimal", { value: String(value.value) });
  if (value.value.length > longestFixed)
    throw new Problem(
      `--force-install: the address is longer than a template can hold (${longestFixed} characters with the id)`,
      "Give a shorter address, or emit registry files in place of templates.",
    );
  return element("string", {}, [value.value]);
}

function settingElement(setting: Setting): Element {
  const attributes = { id: setting.name, valueName: setting.name };
  const field = fieldOf(setting);
  if (field === "check")
    return element("boolean", attributes, [
      element("trueValue", {}, [element("decimal", { value: "1" })]),
      element("falseValue", {}, [element("decimal", { value: "0" })]),
    ]);
  if (field === "text") return element("text", { ...attributes, required: "true", maxLength: longest });
  if (field === "number")
    return element("decimal", {
      ...attributes,
      required: "true",
      minValue: String(setting.bounds?.least),
      maxValue: String(setting.bounds?.most),
    });
  const items = (setting.choices ?? []).map((choice, index) =>
    element("item", { displayName: words(choiceId(setting, index)) }, [
      element("value", {}, [element("string", {}, [choice])]),
    ]),
  );
  return element("enum", { ...attributes, required: "true" }, items);
}

const settingPolicy = (browser: Windows, setting: Setting, extension: string | undefined): Element => {
  const id = policyId(browser, setting.name);
  return element(
    "policy",
    {
      name: id,
      class: "Machine",
      displayName: words(idOf("Title", setting.name)),
      explainText: words(idOf("Words", setting.name)),
      presentation: `$(presentation.${id})`,
      key: extensionKey(browser, extension),
    },
    [
      element("parentCategory", { ref: categoryId(browser) }),
      element("supportedOn", { ref: "Supported" }),
      element("elements", {}, [settingElement(setting)]),
    ],
  );
};

const lineId = (browser: Windows, line: Line): string => policyId(browser, idOf("Line", line.name));
/** Only lines that this browser knows. */
export const linesOf = (browser: Windows, lines: readonly Line[]): { line: Line; id: string }[] =>
  lines.filter(({ policies }) => policies[browser]).map((line) => ({ line, id: lineId(browser, line) }));

function linePolicy(browser: Windows, line: Line): Element {
  const key = policyKeys[browser];
  const item = (where: string, valueName: string, value: Json): Element =>
    element("item", { key: where, valueName }, [element("value", {}, [valueElement(toRegistry(value))])]);
  const items = Object.entries(linesFor(browser, [line])).flatMap(([name, value]) =>
    isList(value)
      ? value.map((one, index) => item(`${key}\\${name}`, String(Number(listEntry) + index), one))
      : [item(key, name, value)],
  );
  return element(
    "policy",
    {
      name: lineId(browser, line),
      class: "Machine",
      displayName: words(idOf("LineTitle", line.name)),
      explainText: words(idOf("LineWords", line.name)),
      key,
    },
    [
      element("parentCategory", { ref: categoryId(browser) }),
      element("supportedOn", { ref: "Supported" }),
      element("enabledList", {}, items),
    ],
  );
}

export function admxText(
  lines: readonly Line[],
  extension?: string,
  settings: readonly Setting[] = allSettings(),
): string {
  const category = (name: string, parent?: string): Element =>
    element(
      "category",
      { name, displayName: words(idOf("Category", name)) },
      parent === undefined ? [] : [element("parentCategory", { ref: parent })],
    );
  const policies = windowsBrowsers.flatMap((browser) => [
    ...settings.map((setting) => settingPolicy(browser, setting, extension)),
    ...linesOf(browser, lines).map(({ line }) => linePolicy(browser, line)),
  ]);
  return (
    head +
    xmlText(
      element("policyDefinitions", versions, [
        element("policyNamespaces", {}, [
          element("target", { prefix: "replyguard", namespace: "ReplyGuard.Policies" }),
        ]),
        element("resources", { minRequiredRevision: "1.0" }),
        element("supportedOn", {}, [
          element("definitions", {}, [
            element("definition", { name: "Supported", displayName: words("Supported") }),
          ]),
        ]),
        element("categories", {}, [
          category("ReplyGuard"),
          ...windowsBrowsers.map((browser) => category(categoryId(browser), "ReplyGuard")),
        ]),
        element("policies", {}, policies),
      ]),
    )
  );
}

const fieldHelp: Readonly<Record<ReturnType<typeof fieldOf>, string>> = {
  check: "Enabled, the box says yes or no.",
  choice: "Enabled, choose from the list.",
  number: "Enabled, the field holds the number.",
  text: "Enabled, the field holds the value; a list or an object as JSON, on one line.",
};

const partHelp = ({ shape, parts }: Setting): string =>
  parts === undefined
    ? ""
    : `${shape.type === "array" ? "Parts of each entry" : "Parts"}:\n${parts.map((one) => `  ${one}`).join("\n")}\n\n`;

const unset = "The policy that this was made from does not set it; the number below is the default.";

function presentation(browser: Windows, setting: Setting, value: Json | undefined): Element {
  const field = fieldOf(setting);
  const refId = setting.name;
  const preset = value === undefined ? undefined : fieldText(value);
  const inside =
    field === "check"
      ? element("checkBox", { refId, ...(preset !== undefined && { defaultChecked: preset }) }, [
          setting.title,
        ])
      : field === "choice"
        ? element(
            "dropdownList",
            {
              refId,
              noSort: "true",
              ...(preset !== undefined && { defaultItem: String(setting.choices?.indexOf(preset) ?? 0) }),
            },
            [setting.title],
          )
        : field === "number"
          ? element("decimalTextBox", { refId, defaultValue: preset ?? String(setting.bounds?.usual) }, [
              setting.title,
            ])
          : element("textBox", { refId }, [
              element("label", {}, [setting.title]),
              ...(preset === undefined ? [] : [element("defaultValue", {}, [preset])]),
            ]);
  // Such a field always holds a number, and where nothing is said it would be 1.
  const note = field === "number" && preset === undefined ? [element("text", {}, [unset])] : [];
  return element("presentation", { id: policyId(browser, setting.name) }, [...note, inside]);
}

/** The policy's values are what its fields begin with. */
export function admlText(policy: JsonObject, lines: readonly Line[], settings = allSettings()): string {
  const string = (id: string, text: string): Element => element("string", { id }, [text]);
  const strings = [
    string("Supported", "Chrome 120 or later, Edge 120 or later"),
    string("Category_ReplyGuard", "ReplyGuard"),
    ...windowsBrowsers.map((browser) => string(idOf("Category", categoryId(browser)), browserNames[browser])),
    ...settings.flatMap((setting) => [
      string(idOf("Title", setting.name), setting.title),
      string(
        idOf("Words", setting.name),
        `${setting.words}\n\n${partHelp(setting)}${fieldHelp[fieldOf(setting)]} Not configured or disabled, the default is in force. Setting: ${setting.name}.`,
      ),
      ...(setting.choices ?? []).map((choice, index) => string(choiceId(setting, index), choice)),
    ]),
    ...lines.flatMap((line) => [
      string(idOf("LineTitle", line.name), `Line of the browser's own policy: ${line.name}`),
      string(idOf("LineWords", line.name), line.words),
    ]),
  ];
  const presentations = windowsBrowsers.flatMap((browser) =>
    settings.map((setting) => presentation(browser, setting, own(policy, setting.name))),
  );
  return (
    head +
    xmlText(
      element("policyDefinitionResources", versions, [
        element("displayName", {}, ["ReplyGuard"]),
        element("description", {}, ["The practice's policy for ReplyGuard"]),
        element("resources", {}, [
          element("stringTable", {}, strings),
          element("presentationTable", {}, presentations),
        ]),
      ]),
    )
  );
}

/** The values with which the fields of an ADML file begin. Throws a `Problem` that names `file`. */
export function readAdml(text: string, file: string, settings = allSettings()): JsonObject {
  const root = readXml(text, file);
  if (root.name !== "policyDefinitionResources")
    throw new Problem(`${file}: this is no ADML file`, "Name replyguard.adml or intune-profile.json.");
  const presentations = new Map(descendants(root, "presentation").map((one) => [one.attributes["id"], one]));
  const strings = new Map(descendants(root, "string").map((one) => [one.attributes["id"], contentOf(one)]));
  return readFields(
    (browser, setting) => {
      const one = presentations.get(policyId(browser, setting.name));
      if (!one) return undefined;
      const field = fieldOf(setting);
      if (field === "check") return childOf(one, "checkBox")?.attributes["defaultChecked"];
      if (field === "number")
        return childOf(one, "text") ? undefined : childOf(one, "decimalTextBox")?.attributes["defaultValue"];
      if (field === "choice") {
        const index = childOf(one, "dropdownList")?.attributes["defaultItem"];
        return index === undefined ? undefined : strings.get(choiceId(setting, Number(index)));
      }
      const box = childOf(one, "textBox");
      const preset = box && childOf(box, "defaultValue");
      return preset && contentOf(preset);
    },
    file,
    settings,
  );
}
