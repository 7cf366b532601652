/**
 * Firefox: policies.json (mozilla.github.io/policy-templates, "3rdparty" and "ExtensionSettings") and the native manifest of
 * managed storage (developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Native_manifests).
 */
import { firefoxId } from "../../../manifest/manifest.ts";
import { Problem } from "../problem.ts";
import { objectAt, parseObject } from "./emitted-json.ts";
import { linesFor } from "./hardening.ts";
import { fileText } from "../../../src/policy-file/json.ts";
import { takeBack } from "./target.ts";
import type { Target } from "./target.ts";

const restart = "Firefox reads it at its start only: restart Firefox after every change.";

export const firefoxPolicies: Target = {
  name: "firefox-policies",
  title: "Firefox, by policies.json",
  browsers: ["firefox"],
  emit: (policy, lines) => ({
    files: [
      {
        path: "policies.json",
        content: fileText({
          policies: { ...linesFor("firefox", lines), "3rdparty": { Extensions: { [firefoxId]: policy } } },
        }),
        places: [
          "Linux:   sudo install -D -m 644 policies.json /etc/firefox/policies/policies.json (or distribution/policies.json in Firefox's own folder)",
          "Windows: distribution\\policies.json in the folder of firefox.exe",
          "macOS:   Firefox.app/Contents/Resources/distribution/policies.json",
          'Where there is a policies.json already, add what is under "policies" to it: only one is read.',
        ],
      },
    ],
    afterwards: [
      `Open about:policies: "3rdparty" stands among the active ones. ${restart}`,
      takeBack("delete the file or the entries"),
    ],
  }),
  parse: (bytes, file) =>
    objectAt(parseObject(bytes, file), ["policies", "3rdparty", "Extensions", firefoxId], file),
};

const manifestFile = `${firefoxId}.json`;

export const firefoxNative: Target = {
  name: "firefox-native",
  title: "Firefox, by a managed-storage manifest",
  browsers: ["firefox"],
  noLines: "refused",
  emit: (policy) => ({
    files: [
      {
        path: manifestFile,
        content: fileText({
          name: firefoxId,
          description: "The practice's policy for ReplyGuard",
          type: "storage",
          data: policy,
        }),
        places: [
          `Linux:   sudo install -D -m 644 ${manifestFile} /usr/lib/mozilla/managed-storage/${manifestFile} (or /usr/lib64/…; for one person ~/.mozilla/managed-storage/)`,
          `macOS:   /Library/Application Support/Mozilla/ManagedStorage/${manifestFile} (for one person below their own Library)`,
          `Windows: any folder; HKEY_LOCAL_MACHINE\\SOFTWARE\\Mozilla\\ManagedStorage\\${firefoxId} has its full path as the default value`,
        ],
      },
    ],
    afterwards: [
      restart,
      "A policy in policies.json goes before this one.",
      takeBack("delete the file"),
      "A manifest for one person can be changed by that person: for a practice, use policies.json.",
    ],
  }),
  parse(bytes, file) {
    const manifest = parseObject(bytes, file);
    if (manifest.type !== "storage" || manifest.name !== firefoxId)
      throw new Problem(
        `${file}: this is no managed-storage manifest of ${firefoxId}`,
        "Check the file and the name of the target.",
      );
    return objectAt(manifest, ["data"], file);
  },
};
