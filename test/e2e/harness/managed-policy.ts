/**
 * A managed policy for one browser that a test starts, as an admin would hand it out, without a file of this machine
 * being changed.
 */
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromeId, firefoxId } from "../../../manifest/manifest.ts";

export type ManagedValues = Readonly<Record<string, unknown>>;

/** Chromium reads its policies below /etc, whatever it is told, and reads them again when they change. */
export interface ChromiumPolicy {
  /** Starts the browser in a mount namespace of its own, in which /etc has the policy. */
  readonly executablePath: string;
  set(values: ManagedValues): Promise<void>;
  remove(): Promise<void>;
}

/** Runs in the private namespace: what is mounted there is seen by the browser and its children alone. */
const wrapper = (policies: string, scratch: string, executable: string, inside: string): string => `#!/bin/sh
if [ "$1" != "${inside}" ]; then
  if [ "$(id -u)" = 0 ]; then exec unshare --mount "$0" ${inside} "$@"; fi
  exec unshare --map-root-user --mount "$0" ${inside} "$@"
fi
shift
set -e
mount -t tmpfs none '${scratch}'
mkdir '${scratch}/upper' '${scratch}/work'
mount -t overlay overlay -o 'lowerdir=/etc,upperdir=${scratch}/upper,workdir=${scratch}/work' /etc
mkdir -p /etc/chromium/policies/managed
mount --bind '${policies}' /etc/chromium/policies/managed
exec '${executable}' "$@"
`;

export async function chromiumPolicy(executable: string, values: ManagedValues): Promise<ChromiumPolicy> {
  const folder = await mkdtemp(join(tmpdir(), "replyguard-policy-"));
  const policies = join(folder, "managed");
  const scratch = join(folder, "scratch");
  await Promise.all([mkdir(policies), mkdir(scratch)]);
  const executablePath = join(folder, "chromium");
  await writeFile(executablePath, wrapper(policies, scratch, executable, "--in-namespace"));
  await chmod(executablePath, 0o755);
  const set = (next: ManagedValues): Promise<void> =>
    writeFile(
      join(policies, "replyguard.json"),
      JSON.stringify({ "3rdparty": { extensions: { [chromeId]: next } } }),
    );
  await set(values);
  return { executablePath, set, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Firefox reads the policy of an extension from the home folder, at its start. */
export async function firefoxHome(home: string, values: ManagedValues): Promise<void> {
  const folder = join(home, ".mozilla", "managed-storage");
  await mkdir(folder, { recursive: true });
  const manifest = { name: firefoxId, description: "ReplyGuard", type: "storage", data: values };
  await writeFile(join(folder, `${firefoxId}.json`), JSON.stringify(manifest));
}
