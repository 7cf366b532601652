/**
 * The policies of one browser that a test starts, as an admin hands them out, without a file of this machine being
 * changed: the browser runs in a mount namespace of its own, in which the folder that it reads has these files.
 */
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromeId, firefoxId } from "../../../manifest/manifest.ts";
import { requireBrowser } from "../../../scripts/browsers.mjs";
import type { Authority } from "./certificate.ts";

export type ManagedValues = Readonly<Record<string, unknown>>;
export type PolicyBrowser = "chromium" | "firefox";

/** Outlives the browser: a test may start several with it, one after the other. */
export interface PolicyFolder {
  /** Starts the browser in its namespace. */
  readonly executable: string;
  /** What the admin's policy says to the extension. */
  set(values: ManagedValues): Promise<void>;
  /** The file with that policy, whole or broken. */
  write(text: string): Promise<void>;
  /** Takes that file away. */
  takeAway(): Promise<void>;
  remove(): Promise<void>;
}

/** Where a browser reads, and the file there that the extension's policy is in. */
const places = {
  chromium: { folder: "/etc/chromium/policies/managed", file: "replyguard.json" },
  firefox: { folder: "/etc/firefox/policies", file: "policies.json" },
} as const;

export interface PolicyFolderOptions {
  /** Where it is read, if not in the usual place. */
  readonly place?: { readonly folder: string; readonly file: string } | undefined;
  /** What is started in the namespace, if not the browser. */
  readonly program?: string | undefined;
  /** What vouches for servers here, beside the browser's own; Firefox is told so by policy. */
  readonly authority?: Authority | undefined;
  /** More files of the folder by their names. */
  readonly beside?: Readonly<Record<string, string>> | undefined;
}

export const fileFor = (browser: PolicyBrowser, values: ManagedValues, more: ManagedValues = {}): string =>
  JSON.stringify(
    browser === "chromium"
      ? { "3rdparty": { extensions: { [chromeId]: values } } }
      : { policies: { ...more, "3rdparty": { Extensions: { [firefoxId]: values } } } },
  );

/** What is mounted is seen by the browser and its children alone. */
const starter = (policies: string, place: string, scratch: string, browser: string): string => `#!/bin/sh
if [ "$1" != "--in-namespace" ]; then
  if [ "$(id -u)" = 0 ]; then exec unshare --mount "$0" --in-namespace "$@"; fi
  exec unshare --map-root-user --mount "$0" --in-namespace "$@"
fi
shift
set -e
mount -t tmpfs none '${scratch}'
mkdir '${scratch}/upper' '${scratch}/work'
top=$(dirname '${place}')
while [ ! -d "$top" ]; do top=$(dirname "$top"); done
mount -t overlay overlay -o "lowerdir=$top,upperdir=${scratch}/upper,workdir=${scratch}/work" "$top"
mkdir -p '${place}'
mount --bind '${policies}' '${place}'
exec '${browser}' "$@"
`;

/** Empty at first: the browser then has no managed policy. */
export async function policyFolder(
  browser: PolicyBrowser,
  { place = places[browser], program, authority, beside = {} }: PolicyFolderOptions = {},
): Promise<PolicyFolder> {
  const folder = await mkdtemp(join(tmpdir(), "replyguard-policy-"));
  const policies = join(folder, "policies");
  const scratch = join(folder, "scratch");
  const executable = join(folder, browser);
  await Promise.all([mkdir(policies), mkdir(scratch)]);
  await writeFile(executable, starter(policies, place.folder, scratch, program ?? requireBrowser(browser)));
  await chmod(executable, 0o755);
  const authorityFile = join(folder, "authority.pem");
  if (authority) await writeFile(authorityFile, authority.cert);
  const more = authority ? { Certificates: { Install: [authorityFile] } } : {};
  /** At once, and not bit by bit under the eyes of a browser that is running. */
  const put = async (name: string, text: string): Promise<void> => {
    await writeFile(join(folder, "next"), text);
    await rename(join(folder, "next"), join(policies, name));
  };
  for (const [name, text] of Object.entries(beside)) await put(name, text);
  return {
    executable,
    set: (values) => put(place.file, fileFor(browser, values, more)),
    write: (text) => put(place.file, text),
    takeAway: () => rm(join(policies, place.file)),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** What a browser is to be started with: a folder of the test, or one for these values that goes with the browser. */
export async function policiesFor(
  browser: PolicyBrowser,
  managed: ManagedValues | PolicyFolder | undefined,
): Promise<{ readonly folder: PolicyFolder; readonly clear: () => Promise<void> } | undefined> {
  if (managed === undefined) return undefined;
  if (isFolder(managed)) return { folder: managed, clear: () => Promise.resolve() };
  const folder = await policyFolder(browser);
  await folder.set(managed);
  return { folder, clear: () => folder.remove() };
}

function isFolder(managed: ManagedValues | PolicyFolder): managed is PolicyFolder {
  return "executable" in managed;
}
