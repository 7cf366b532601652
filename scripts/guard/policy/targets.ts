/** Every way of rolling a policy out, by the name that `--target` takes. */
import { Problem } from "../problem.ts";
import { chromeLinux, edgeLinux } from "./chromium-json.ts";
import { firefoxNative, firefoxPolicies } from "./firefox.ts";
import { googleAdmin } from "./google-admin.ts";
import { chromeMac, edgeMac } from "./mobileconfig.ts";
import type { Target } from "./target.ts";
import { windowsAdmx } from "./windows-admx.ts";
import { chromeWindows, edgeWindows } from "./windows-registry.ts";

export const targets: readonly Target[] = [
  chromeLinux,
  edgeLinux,
  chromeWindows,
  edgeWindows,
  windowsAdmx,
  chromeMac,
  edgeMac,
  googleAdmin,
  firefoxPolicies,
  firefoxNative,
];

export function targetNamed(name: string): Target {
  const found = targets.find((target) => target.name === name);
  if (found) return found;
  throw new Problem(
    `--target: there is no ${JSON.stringify(name)}`,
    `Choose from ${targets.map((target) => target.name).join(", ")}.`,
  );
}
