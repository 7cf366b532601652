import { z } from "../contract/zod.ts";
import type { Managed } from "../platform/managed.ts";
import type { Item } from "../platform/storage.ts";
import { changeSeat } from "./policy-seat.ts";
import { resolvePolicy } from "./policy.ts";
import type { ByPath, ResolvedPolicy } from "./policy.ts";

const byPath = z.record(z.string(), z.unknown());

/** After a start of the browser, Chrome's managed values have been seen up to eight seconds late. */
export const settleMs = 10_000;

export interface PolicySourceParts {
  readManaged(): Promise<Managed>;
  readSetting(key: "seat-policy" | "managed-policy"): Promise<unknown>;
  writeSetting(key: "seat-policy" | "managed-policy", value: unknown): Promise<void>;
  /** When the worker first ran since the browser started, in milliseconds since 1970; 0: not noted yet. */
  readonly started: Item<number>;
  now(): number;
}

export interface PolicySource {
  /** Rejects where the store cannot be read: then nothing is known, and nothing may be let go. */
  read(): Promise<ResolvedPolicy>;
  /** False, and nothing changed, where `wanted` is looser than this seat may choose. */
  change(wanted: Readonly<Record<string, unknown>>): Promise<boolean>;
  /** Milliseconds until an empty managed policy counts as none; 0: it does. */
  unsettledFor(): Promise<number>;
}

export function createPolicySource(parts: PolicySourceParts): PolicySource {
  async function stored(key: "seat-policy" | "managed-policy"): Promise<ByPath> {
    const parsed = byPath.safeParse((await parts.readSetting(key)) ?? {});
    return parsed.success ? parsed.data : {};
  }

  async function unsettledFor(): Promise<number> {
    const now = parts.now();
    let started = await parts.started.read();
    // A clock that was set back must not keep an empty policy waiting for ever.
    if (started === 0 || started > now) {
      started = now;
      await parts.started.write(now);
    }
    return Math.max(0, started + settleMs - now);
  }

  async function read(): Promise<ResolvedPolicy> {
    const [managed, lastGood, seat, unsettled] = await Promise.all([
      parts.readManaged(),
      stored("managed-policy"),
      stored("seat-policy"),
      unsettledFor(),
    ]);
    const settled = unsettled === 0 || !managed.dropsSilently;
    const resolved = resolvePolicy({ managed, settled, lastGood, seat });
    if (JSON.stringify(resolved.managedValues) !== JSON.stringify(lastGood)) {
      await parts.writeSetting("managed-policy", resolved.managedValues);
    }
    return resolved;
  }

  return {
    read,
    unsettledFor,
    async change(wanted) {
      const next = changeSeat(await stored("seat-policy"), await read(), wanted);
      if (!next) return false;
      await parts.writeSetting("seat-policy", next);
      return true;
    },
  };
}
