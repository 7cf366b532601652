/**
 * Registry files for Chrome and Edge on Windows. Where an extension's policy is read: chromium.org/administrators/
 * configuring-policy-for-extensions (Windows), and for Edge the same below its own key. That objects may be texts of JSON:
 * chromium.org/administrators/complex-policies-on-windows.
 */
import { chromeId } from "../../../manifest/manifest.ts";
import { Problem } from "../problem.ts";
import { otherFile } from "./emitted-json.ts";
import { linesFor } from "./hardening.ts";
import { isList, isObject } from "../../../src/policy-file/json.ts";
import type { Json } from "../../../src/policy-file/json.ts";
import { readRegistryFile, registryFile, treeAt } from "./registry-file.ts";
import type { RegistryKey } from "./registry-file.ts";
import { fromTree, toRegistry } from "./registry-values.ts";
import { policyShape } from "./shape.ts";
import { takeBack } from "./target.ts";
import type { Browser, Target } from "./target.ts";

export type Windows = Extract<Browser, "chrome" | "edge">;

/** Below HKEY_LOCAL_MACHINE. */
export const policyKeys: Readonly<Record<Windows, string>> = {
  chrome: "Software\\Policies\\Google\\Chrome",
  edge: "Software\\Policies\\Microsoft\\Edge",
};
export const extensionKey = (browser: Windows, id = chromeId): string =>
  `${policyKeys[browser]}\\3rdparty\\extensions\\${id}\\policy`;

/** Any number names an entry of a list. A high one does not fall on an entry that somebody else has made. */
export const listEntry = "73001";

const hive = "HKEY_LOCAL_MACHINE";
const atHive = (key: string): string => `${hive}\\${key.replace(/^Software/, "SOFTWARE")}`;

function browserKeys(browser: Windows, policies: readonly (readonly [string, Json])[]): RegistryKey[] {
  const plain = policies.filter(([, value]) => !isList(value));
  const lists = policies.filter(([, value]) => isList(value));
  return [
    ...(plain.length === 0
      ? []
      : [
          {
            key: atHive(policyKeys[browser]),
            comment: "Lines of the browser's own policy; README.txt explains each.",
            values: plain.map(([name, value]) => [name, toRegistry(value)] as const),
          },
        ]),
    ...lists.map(([name, value]) => ({
      key: atHive(`${policyKeys[browser]}\\${name}`),
      values: (isList(value) ? value : []).map(
        (one, index) => [String(Number(listEntry) + index), toRegistry(one)] as const,
      ),
    })),
  ];
}

function windows(browser: Windows, title: string, page: string): Target {
  const rootOf = (id?: string): string => atHive(extensionKey(browser, id));
  return {
    name: `${browser}-windows-reg`,
    title,
    browsers: [browser],
    emit(policy, lines, id) {
      const root = rootOf(id);
      return {
        files: [
          {
            path: `replyguard-${browser}.reg`,
            content: registryFile([
              {
                key: root,
                cleared: true,
                comment: "ReplyGuard: the practice's policy. What an earlier one said here goes first.",
                values: Object.entries(policy).map(([name, value]) => [name, toRegistry(value)] as const),
              },
              ...browserKeys(browser, Object.entries(linesFor(browser, lines))),
            ]),
            places: [
              `As administrator: reg import replyguard-${browser}.reg`,
              "or in a group policy as a start-up script, or in any tool that imports registry files. It writes to",
              root,
            ],
          },
        ],
        afterwards: [
          `Open ${page} and press "Reload policies": ReplyGuard has its own section there.`,
          takeBack(
            `run: reg delete "${root.replace("HKEY_LOCAL_MACHINE", "HKLM")}" /f (and delete the values of the lines below, where there are any)`,
          ),
        ],
      };
    },
    parse(bytes, file, id) {
      const root = rootOf(id);
      const tree = treeAt(readRegistryFile(bytes, file), root);
      if (!tree) throw new Problem(`${file}: there is nothing under ${root}`, otherFile);
      const policy = fromTree(tree, policyShape(), root);
      return isObject(policy) ? policy : {};
    },
  };
}

export const chromeWindows = windows("chrome", "Chrome on Windows, by a registry file", "chrome://policy");
export const edgeWindows = windows("edge", "Edge on Windows, by a registry file", "edge://policy");
