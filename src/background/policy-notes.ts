/** Since when each part of the policy in force is as it is, and what of a change is to be recorded. */
import { choices, inherited, readChoice } from "../contract/choices.ts";
import { mostEventPaths } from "../contract/policy-event.ts";
import type { PolicyEvent } from "../contract/policy-event.ts";
import { listNames, valueNames } from "../contract/policy.ts";
import { withoutSecrets } from "../contract/read-value.ts";
import { z } from "../contract/zod.ts";
import { digest } from "./digest.ts";
import type { Origin, ResolvedPolicy } from "./policy.ts";

const who = z.enum(["default", "seat", "admin"]);

/** Setting `policy-since`. Instants in milliseconds since 1970. */
export const policyNotes = z.strictObject({
  /** By path. `value`: its JSON where that is short, else its digest; never of a secret. */
  since: z.record(z.string(), z.strictObject({ value: z.string(), by: who, at: z.int() })),
  /** Faults of the managed policy that are known, as `path problem`. */
  faults: z.array(z.string()),
  /** Since when a managed policy that was there is not to be seen. */
  goneSince: z.nullable(z.int()),
  /** One more each time: the same thing may happen twice. */
  step: z.optional(z.int()),
});
export type PolicyNotes = z.infer<typeof policyNotes>;
export const noNotes: PolicyNotes = { since: {}, faults: [], goneSince: null };

export type EventBody = Pick<PolicyEvent, "kind" | "paths">;

const byOf: Readonly<Record<Origin, z.infer<typeof who>>> = {
  default: "default",
  awaited: "default",
  seat: "seat",
  managed: "admin",
  "last-good": "admin",
};
const shortest = 64;

/** What of `resolved` is new against `before`. `goneSince`: as it is now. */
export async function noted(
  before: PolicyNotes,
  resolved: ResolvedPolicy,
  goneSince: number | null,
  now: number,
): Promise<{ notes: PolicyNotes; events: readonly EventBody[] }> {
  const since: Record<string, PolicyNotes["since"][string]> = {};
  const byAdmin: string[] = [];
  const bySeat: string[] = [];
  for (const [path, value] of valuesOf(resolved)) {
    const by = byOf[resolved.states.get(path)?.origin ?? "default"];
    const json = JSON.stringify(value);
    const kept = json.length <= shortest ? json : await digest(json);
    const known = before.since[path];
    if (known?.value === kept && known.by === by) since[path] = known;
    else if (known || by !== "default") {
      since[path] = { value: kept, by, at: now };
      (by === "seat" || known?.by === "seat" ? bySeat : byAdmin).push(path);
    }
  }
  const faults = resolved.faults.map(({ path, problem }) => `${path} ${problem}`);
  const events: EventBody[] = [];
  const tell = (kind: EventBody["kind"], paths: readonly string[]): void => {
    if (paths.length > 0) events.push({ kind, paths: [...new Set(paths)].slice(0, mostEventPaths) });
  };
  if (goneSince !== null && before.goneSince === null) events.push({ kind: "gone", paths: [] });
  if (goneSince === null && before.goneSince !== null && resolved.source === "managed")
    events.push({ kind: "mended", paths: [] });
  tell("changed", withoutFollowers(byAdmin));
  tell("seat", withoutFollowers(bySeat));
  tell("fault", newIn(faults, before.faults));
  // While there is nothing to be seen of a policy, its faults cannot be said to be mended.
  if (goneSince === null) tell("mended", newIn(before.faults, faults));
  const { step } = before;
  const notes = { since, faults: goneSince === null ? faults : before.faults, goneSince };
  return { notes: step === undefined ? notes : { ...notes, step }, events };
}

const newIn = (these: readonly string[], those: readonly string[]): string[] =>
  these.filter((one) => !those.includes(one)).map((one) => one.split(" ")[0] ?? one);

/** A choice that only follows another has changed with it. */
function withoutFollowers(paths: readonly string[]): readonly string[] {
  const leaders = new Map(
    choices.flatMap((one) => (inherited(one) === one ? [] : [[one.path, inherited(one).path] as const])),
  );
  return paths.filter((path) => !paths.includes(leaders.get(path) ?? ""));
}

function* valuesOf({ policy }: ResolvedPolicy): Generator<readonly [string, unknown]> {
  for (const choice of choices) yield [choice.path, readChoice(policy, choice)];
  for (const name of [...listNames, ...valueNames]) yield [name, withoutSecrets(name, policy[name])];
}
