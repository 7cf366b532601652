/** A profile on a disk of its own that can be full. Only the browser sees it: it runs in a mount namespace of its own. */
import { access, chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireBrowser } from "../../../scripts/browsers.mjs";
import type { LaunchOptions } from "./driver.ts";
import type { PolicyBrowser } from "./managed-policy.ts";
import { poll } from "./wait.ts";

export interface SmallDisk {
  /** To start the browser with. */
  readonly options: Pick<LaunchOptions, "profile" | "managed">;
  /** Takes every byte that is left, and what is given back, until there is `room` again. */
  fill(): Promise<void>;
  room(): Promise<void>;
  remove(): Promise<void>;
}

/** What the harness has put into the profile is taken along. The loop ends with the browser, which takes this shell's place. */
const starter = (folder: string, megabytes: number, browser: string): string => `#!/bin/sh
if [ "$1" != "--in-namespace" ]; then
  if [ "$(id -u)" = 0 ]; then exec unshare --mount "$0" --in-namespace "$@"; fi
  exec unshare --map-root-user --mount "$0" --in-namespace "$@"
fi
shift
set -e
cd '${folder}'
mount -t tmpfs -o size=${megabytes}m none disk
mkdir disk/profile
cp -a profile/. disk/profile/
mount --bind disk/profile profile
(
  while kill -0 $$; do
    if [ -e full ]; then
      cat /dev/zero >>disk/filler || true
      touch is-full
    else
      rm -f disk/filler is-full
    fi
    sleep 0.05
  done
) >/dev/null 2>&1 &
exec '${browser}' "$@"
`;

export async function smallDisk(browser: PolicyBrowser, megabytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), "replyguard-disk-"));
  const [profile, executable] = [join(folder, "profile"), join(folder, browser)];
  await Promise.all([mkdir(profile), mkdir(join(folder, "disk"))]);
  await writeFile(executable, starter(folder, megabytes, requireBrowser(browser)));
  await chmod(executable, 0o755);
  const isFull = (): Promise<boolean> =>
    access(join(folder, "is-full")).then(
      () => true,
      () => false,
    );
  const none = (): Promise<never> => Promise.reject(new Error("this browser reads no policy of a test"));
  return {
    options: {
      profile,
      managed: { executable, set: none, write: none, takeAway: none, remove: () => Promise.resolve() },
    },
    async fill() {
      await writeFile(join(folder, "full"), "");
      if (!(await poll(async () => (await isFull()) || undefined)))
        throw new Error("the disk does not become full");
    },
    async room() {
      await rm(join(folder, "full"));
      if (!(await poll(async () => !(await isFull()) || undefined))) throw new Error("the disk stays full");
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
