/** What can happen around the practice's list, in any order. */
import fc from "fast-check";
import { toBase64 } from "../../../src/patient-list/bytes.ts";
import type { ListBrowser } from "./list-browser.ts";
import { managedKey } from "./parts.ts";
import type { Sealed } from "./parts.ts";

export const minute = 60_000;
export const names = ["first", "second", "soon-expired", "foreign", "junk"] as const;
export type Name = (typeof names)[number];

/** What the server may have; junk and a list under another key never count. */
export interface World {
  readonly files: ReadonlyMap<
    Name,
    { readonly file: Uint8Array; readonly sha256: string; readonly people: number }
  >;
  readonly ofSeat: Sealed;
}

export function fileOf({ files }: World, name: Name): { file: Uint8Array; sha256: string; people: number } {
  const found = files.get(name);
  if (!found) throw new Error(name);
  return found;
}

/** A managed policy that names this file. */
export const naming = (world: World, name: Name) => ({
  address: "https://lists.example/list.rgl",
  sha256: fileOf(world, name).sha256,
  key: toBase64(managedKey),
});

export type Event =
  | { do: "policy"; says: Name | "none" | "broken" | "late" }
  | { do: "serve"; what: Name | "down" | "too-large" | "hangs" }
  | { do: "look"; why: "start" | "wake" | "doubt" }
  | { do: "wait"; ms: number }
  | { do: "unlock" | "lock" | "kill" | "restart" | "adopt" | "remove" | "fill-disk" | "free-disk" };

export const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(...names, "first", "none", "broken", "late")
      .map((says): Event => ({ do: "policy", says })),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(...names, "first", "second", "down", "too-large", "hangs")
      .map((what): Event => ({ do: "serve", what })),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom("start", "wake", "doubt").map((why): Event => ({ do: "look", why })),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(1_000, 2 * minute, 400 * minute).map((ms): Event => ({ do: "wait", ms })),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom("unlock", "lock", "kill", "restart", "adopt", "remove", "fill-disk", "free-disk")
      .map((what): Event => ({ do: what })),
  },
);

export async function happen(world: World, browser: ListBrowser, what: Event): Promise<void> {
  switch (what.do) {
    case "policy":
      browser.policyIsLate = what.says === "late";
      if (what.says === "none") browser.policy = undefined;
      else if (what.says === "broken")
        browser.policy = { address: "http://lists.example/", key: toBase64(managedKey) };
      else if (what.says !== "late") browser.policy = naming(world, what.says);
      return;
    case "serve":
      browser.server = isName(what.what) ? fileOf(world, what.what).file : what.what;
      return;
    case "look": {
      const before = browser.asked.length;
      const looking = browser.worker.look(what.why);
      // A download that hangs ends with its worker.
      if (browser.server !== "hangs") await looking;
      else if (
        await Promise.race([looking.then(() => false), browser.untilAsked(before + 1).then(() => true)])
      )
        browser.killWorker();
      return;
    }
    case "wait":
      browser.now += what.ms;
      return;
    case "unlock":
      await browser.worker.load().catch(() => undefined);
      await browser.worker.patients.unlock("not a passphrase of any list");
      return;
    case "lock":
      await browser.worker.patients.lock();
      return;
    case "kill":
      browser.killWorker();
      return;
    case "restart":
      browser.restartBrowser();
      return;
    case "adopt":
      await browser.store.addPatients(world.ofSeat);
      await browser.worker.patients.adopt(world.ofSeat.id, world.ofSeat.key).catch(() => undefined);
      return;
    case "remove":
      await browser.worker.patients.remove().catch(() => undefined);
      return;
    case "fill-disk":
    case "free-disk":
      browser.diskIsFull = what.do === "fill-disk";
  }
}

const isName = (what: string): what is Name => names.some((name) => name === what);
