/**
 * The templates through Intune: custom settings by OMA-URI, for the Policy CSP of Windows
 * (learn.microsoft.com/windows/client-management/win32-and-centennial-app-policy-configuration, and for the form of the values
 * learn.microsoft.com/deployedge/configure-edge-with-mdm). The JSON is the body that Microsoft Graph takes for such a profile
 * (windows10CustomConfiguration).
 */
import { Problem } from "../problem.ts";
import { linesOf } from "./admx.ts";
import { categoryId, fieldText, policyId, readFields, windowsBrowsers } from "./admx-settings.ts";
import { parseObject } from "./emitted-json.ts";
import type { Line } from "./hardening.ts";
import { isList, isObject } from "../../../src/policy-file/json.ts";
import type { Json, JsonObject } from "../../../src/policy-file/json.ts";
import { allSettings } from "./shape.ts";
import { browserNames } from "./target.ts";
import type { Windows } from "./windows-registry.ts";
import { element, elementsOf, readXml, xmlText } from "./xml.ts";

interface OmaSetting {
  readonly name: string;
  readonly uri: string;
  readonly value: string;
}

const ingest = "./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/ReplyGuard/Policy/ReplyGuardAdmx";
const uriOf = (browser: Windows, id: string): string =>
  `./Device/Vendor/MSFT/Policy/Config/ReplyGuard~Policy~ReplyGuard~${categoryId(browser)}/${id}`;

function omaSettings(policy: JsonObject, lines: readonly Line[], admx: string): OmaSetting[] {
  const titles = new Map(allSettings().map(({ name, title }) => [name, title]));
  return [
    { name: "ReplyGuard: the templates", uri: ingest, value: admx },
    ...windowsBrowsers.flatMap((browser) => [
      ...Object.entries(policy).map(([name, value]) => ({
        name: `ReplyGuard for ${browserNames[browser]}: ${titles.get(name) ?? name}`,
        uri: uriOf(browser, policyId(browser, name)),
        value: `<enabled/>${xmlText(element("data", { id: name, value: fieldText(value) })).trim()}`,
      })),
      ...linesOf(browser, lines).map(({ line, id }) => ({
        name: `ReplyGuard for ${browserNames[browser]}: ${line.name}`,
        uri: uriOf(browser, id),
        value: "<enabled/>",
      })),
    ]),
  ];
}

export function intuneProfile(policy: JsonObject, lines: readonly Line[], admx: string): JsonObject {
  return {
    "@odata.type": "#microsoft.graph.windows10CustomConfiguration",
    displayName: "ReplyGuard",
    description: "The practice's policy for ReplyGuard in Chrome and Edge.",
    omaSettings: omaSettings(policy, lines, admx).map(({ name, uri, value }) => ({
      "@odata.type": "#microsoft.graph.omaSettingString",
      displayName: name,
      omaUri: uri,
      value,
    })),
  };
}

/** For an admin who enters them by hand. */
export function intuneNotes(policy: JsonObject, lines: readonly Line[], admx: string): string {
  const rows = omaSettings(policy, lines, admx).map(({ name, uri, value }, index) =>
    [
      `${index + 1}. ${name}`,
      `   OMA-URI: ${uri}`,
      "   Data type: String",
      `   Value: ${uri === ingest ? "the whole text of replyguard.admx" : value}`,
    ].join("\n"),
  );
  return `Intune: Devices > Configuration > Create > Windows 10 and later > Templates > Custom, then one row each.
The first must reach a device before the others; Intune tries those again by itself.

${rows.join("\n\n")}
`;
}

/** Throws a `Problem` that names `file`. */
export function readIntune(bytes: Uint8Array, file: string, settings = allSettings()): JsonObject {
  const list = parseObject(bytes, file)["omaSettings"];
  if (!isList(list))
    throw new Problem(`${file}: there are no omaSettings`, "Name intune-profile.json or replyguard.adml.");
  const values = new Map(
    list.filter(isObject).map(({ omaUri, value }): [Json | undefined, Json | undefined] => [omaUri, value]),
  );
  return readFields(
    (browser, { name }) => {
      const value = values.get(uriOf(browser, policyId(browser, name)));
      if (typeof value !== "string") return undefined;
      const data = elementsOf(readXml(`<value>${value}</value>`, file)).find(
        (one) => one.attributes["id"] === name,
      );
      const text = data?.attributes["value"];
      if (text === undefined)
        throw new Problem(`${file}: ${name} has no value`, "Name the file that guard policy emit wrote.");
      return text;
    },
    file,
    settings,
  );
}
