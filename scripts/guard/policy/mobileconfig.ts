/**
 * Configuration profiles for macOS. The domain of an extension's policy is that of the browser, ".extensions." and the id
 * (components/policy/core/common/policy_loader_mac.mm); a payload's type is the domain it sets (Apple's "Configuration Profile
 * Reference": payload dictionary keys common to all payloads).
 */
import { createHash } from "node:crypto";
import { chromeId } from "../../../manifest/manifest.ts";
import { Problem } from "../problem.ts";
import { otherFile, textOf } from "./emitted-json.ts";
import { linesFor } from "./hardening.ts";
import { isList, isObject } from "../../../src/policy-file/json.ts";
import type { JsonObject } from "../../../src/policy-file/json.ts";
import { plistText, readPlist } from "./plist.ts";
import { takeBack } from "./target.ts";
import type { Target } from "./target.ts";

const domains = { chrome: "com.google.Chrome", edge: "com.microsoft.Edge" } as const;

/** The same for the same content, so that the same policy is the same file. In the form of RFC 9562's version 8. */
function uuidOf(content: string): string {
  const hex = createHash("sha256").update(content).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
    .join("-")
    .toUpperCase();
}

function payload(type: string, identifier: string, title: string, settings: JsonObject): JsonObject {
  return {
    ...settings,
    PayloadDisplayName: title,
    PayloadIdentifier: identifier,
    PayloadType: type,
    PayloadUUID: uuidOf(JSON.stringify([identifier, settings])),
    PayloadVersion: 1,
  };
}

const common = /^Payload(?:Description|DisplayName|Enabled|Identifier|Organization|Type|UUID|Version)$/;

function macOs(browser: "chrome" | "edge", title: string, page: string): Target {
  const domain = domains[browser];
  const domainOf = (id: string): string => `${domain}.extensions.${id}`;
  const identifier = `example.replyguard.policy.${browser}`;
  return {
    name: `${browser}-macos`,
    title,
    browsers: [browser],
    emit(policy, lines, id = chromeId) {
      const policies = linesFor(browser, lines);
      const payloads = [
        payload(domainOf(id), `${identifier}.extension`, "ReplyGuard policy", policy),
        ...(Object.keys(policies).length === 0
          ? []
          : [
              payload(
                domain,
                `${identifier}.browser`,
                "ReplyGuard: lines of the browser's own policy",
                policies,
              ),
            ]),
      ];
      const profile: JsonObject = {
        PayloadContent: payloads,
        PayloadDescription: "The practice's policy for ReplyGuard.",
        PayloadDisplayName: `ReplyGuard (${browser === "chrome" ? "Chrome" : "Edge"})`,
        PayloadIdentifier: identifier,
        PayloadScope: "System",
        PayloadType: "Configuration",
        PayloadUUID: uuidOf(JSON.stringify(payloads)),
        PayloadVersion: 1,
      };
      return {
        files: [
          {
            path: `replyguard-${browser}.mobileconfig`,
            content: plistText(profile),
            places: [
              "Jamf, Kandji, Intune and others: upload it as a custom configuration profile, for devices.",
              "One Mac: open the file, then confirm it under System Settings > Privacy & Security > Profiles.",
            ],
          },
        ],
        afterwards: [
          `Open ${page} and press "Reload policies": ReplyGuard has its own section there.`,
          "A profile of the same identifier takes the place of the one before.",
          takeBack("remove the profile"),
          ...(policies["ExtensionInstallForcelist"] === undefined
            ? []
            : ["Two profiles that set ExtensionInstallForcelist do not add up: keep one list."]),
        ],
      };
    },
    parse(bytes, file, id = chromeId) {
      const extensionDomain = domainOf(id);
      const profile = readPlist(textOf(bytes), file);
      const payloads = isObject(profile) ? profile["PayloadContent"] : undefined;
      const found = isList(payloads)
        ? payloads.find((one) => isObject(one) && one["PayloadType"] === extensionDomain)
        : undefined;
      if (!isObject(found))
        throw new Problem(`${file}: there is no payload for ${extensionDomain}`, otherFile);
      return Object.fromEntries(Object.entries(found).filter(([key]) => !common.test(key)));
    },
  };
}

export const chromeMac = macOs("chrome", "Chrome on macOS, by a configuration profile", "chrome://policy");
export const edgeMac = macOs("edge", "Edge on macOS, by a configuration profile", "edge://policy");
