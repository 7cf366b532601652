/**
 * JSON files for Chrome, Chromium and Edge on Linux. Chrome's folder: support.google.com/chrome/a/answer/9027408; Edge's, for
 * which no page of Microsoft's was found, is the one that public set-ups use. The key "3rdparty":
 * chromium.org/administrators/configuring-policy-for-extensions.
 */
import { chromeId } from "../../../manifest/manifest.ts";
import { objectAt, parseObject } from "./emitted-json.ts";
import { linesFor } from "./hardening.ts";
import { fileText } from "../../../src/policy-file/json.ts";
import { takeBack } from "./target.ts";
import type { Target } from "./target.ts";

function linux(
  name: string,
  browser: "chrome" | "edge",
  title: string,
  places: string[],
  page: string,
): Target {
  return {
    name,
    title,
    browsers: [browser],
    emit: (policy, lines, id = chromeId) => ({
      files: [
        {
          path: "replyguard.json",
          content: fileText({
            ...linesFor(browser, lines),
            "3rdparty": { extensions: { [id]: policy } },
          }),
          places,
        },
      ],
      afterwards: [
        `Open ${page}: ReplyGuard has its own section there, with each setting. A change of the file arrives while the browser runs.`,
        "Of two files in that folder that set the same policy of the browser, only one counts: put a list such as ExtensionInstallForcelist into one file.",
        takeBack("delete the file"),
      ],
    }),
    parse: (bytes, file, id = chromeId) =>
      objectAt(parseObject(bytes, file), ["3rdparty", "extensions", id], file),
  };
}

export const chromeLinux = linux(
  "chrome-linux",
  "chrome",
  "Chrome and Chromium on Linux",
  [
    "Chrome:   sudo install -D -m 644 replyguard.json /etc/opt/chrome/policies/managed/replyguard.json",
    "Chromium: sudo install -D -m 644 replyguard.json /etc/chromium/policies/managed/replyguard.json",
  ],
  "chrome://policy",
);

export const edgeLinux = linux(
  "edge-linux",
  "edge",
  "Edge on Linux",
  ["sudo install -D -m 644 replyguard.json /etc/opt/edge/policies/managed/replyguard.json"],
  "edge://policy",
);
