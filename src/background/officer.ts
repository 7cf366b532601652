/** What every channel of the officer's does first: ask whether the record is locked, and take names out of what was written. */
import type { Answer, Code, WorkerChannels } from "../contract/messages.ts";
import { z } from "../contract/zod.ts";
import type { Draft, Verdict } from "../engine/model.ts";
import type { Span } from "../engine/rule.ts";
import { answer, refusal } from "../platform/serve.ts";
import type { Handlers } from "../platform/serve.ts";
import type { Item } from "../platform/storage.ts";
import { oneLine } from "../record/attempt-body.ts";
import { createConsoleGuard } from "./console-lock.ts";
import type { ConsoleLockParts } from "./console-lock.ts";
import type { Knowledge, KnowledgeHolder, Withheld } from "./knowledge.ts";
import { cleanedLine } from "./reason.ts";

/** Setting `rules-confirmed`: for which version of the rules, and when (milliseconds since 1970). */
export const confirmation = z.strictObject({ version: z.string(), at: z.int() });
export type Confirmation = z.infer<typeof confirmation>;
export const nothingConfirmed: Confirmation = { version: "", at: 0 };

type Channels =
  | "console.read"
  | "console.unlock"
  | "console.stay"
  | "console.lock"
  | "rules.read"
  | "rules.confirm";

export interface OfficerParts<Prepared> extends ConsoleLockParts {
  readonly knowledge: KnowledgeHolder<Prepared>;
  readonly check: (draft: Draft, prepared: Prepared) => Verdict;
  readonly notToKeep: (text: string, prepared: Prepared) => readonly Span[];
  /** What was confirmed here last. */
  readonly confirmed: Item<Confirmation>;
}

type Written<K extends string> = { readonly [N in K]?: string | undefined };

export interface Officer {
  /** The handler, for a page whose session counts; for any, where policy names no passphrase. */
  behindLock<B extends { readonly session?: string | undefined }, A>(
    handler: (body: Omit<B, "session">) => Promise<Answer<A>>,
  ): (body: B) => Promise<Answer<A>>;
  /**
   * What was written, without the names in it, and not longer than `limits`. A code where there is something to look through and
   * the patient list is closed.
   */
  cleaned<K extends string>(
    written: Written<K>,
    limits: Readonly<Record<K, number>>,
  ): Promise<{ readonly fields: { [N in K]?: string } } | { readonly code: Code }>;
  readonly handlers: Pick<Handlers<WorkerChannels>, Channels>;
}

const done = answer({ done: true as const });

export function createOfficer<Prepared>(parts: OfficerParts<Prepared>): Officer {
  const guard = createConsoleGuard(parts);

  const clean = (text: string, limit: number, prepared: Prepared): string =>
    cleanedLine(text, limit, prepared, parts);

  async function cleaned<K extends string>(written: Written<K>, limits: Readonly<Record<K, number>>) {
    const known = await parts.knowledge.ready();
    if (!known) return { code: "not-ready" } as const;
    const fields: { [N in K]?: string } = {};
    for (const name of namesOf(limits)) {
      const text = written[name];
      if (text === undefined) continue;
      if (known.code !== undefined) return { code: known.code };
      fields[name] = clean(text, limits[name], known.prepared);
    }
    return { fields };
  }

  return {
    behindLock:
      (handler) =>
      async ({ session, ...body }) => {
        const code = await guard.refuses(session);
        return code === undefined ? handler(body) : refusal(code);
      },
    cleaned,
    handlers: {
      "console.read": async () => {
        const standing = await guard.standing();
        return standing ? answer(standing) : refusal("not-ready");
      },
      "console.unlock": async ({ passphrase }) => {
        const unlocked = await guard.unlock(passphrase);
        return unlocked ? answer(unlocked) : refusal("not-ready");
      },
      "console.stay": async ({ session }) => {
        const code = await guard.refuses(session);
        return code === undefined ? done : refusal(code);
      },
      "console.lock": async ({ session }) => ((await guard.lock(session)) ? done : refusal("not-allowed")),
      "rules.read": async () => {
        const known = await parts.knowledge.ready();
        if (!known || known.code === "not-ready") return refusal("not-ready");
        const { acknowledgment } = known.resolved.policy;
        const last = await parts.confirmed.read();
        const isConfirmed = last.version === rulesVersion(known);
        return answer({
          asked: acknowledgment !== null && !isConfirmed,
          withName: acknowledgment?.name === true,
          confirmedAt: isConfirmed ? last.at : null,
        });
      },
      "rules.confirm": async ({ who }) => {
        const known = await parts.knowledge.ready();
        if (!known || known.code === "not-ready") return refusal("not-ready");
        const { acknowledgment, version } = known.resolved.policy;
        const isNamed = who !== undefined && who.trim() !== "";
        if (!acknowledgment || (acknowledgment.name && !isNamed)) return refusal("bad-request");
        const written = await cleaned({ who: acknowledgment.name ? who : undefined }, { who: 100 });
        if ("code" in written) return refusal(written.code);
        await parts.record.add({
          kind: "acknowledgment",
          policyVersion: known.policyVersion,
          ...(version === null ? {} : { policyName: oneLine(version) }),
          ...written.fields,
        });
        await parts.confirmed.write({ version: rulesVersion(known), at: parts.now() });
        return done;
      },
    },
  };
}

/** What a person confirms: the version that the admin has given the policy, or else all of it. */
const rulesVersion = ({
  resolved,
  policyVersion,
}: Pick<Knowledge<unknown> | Withheld, "resolved" | "policyVersion">): string =>
  resolved.policy.version ?? policyVersion;

const namesOf = <K extends string>(limits: Readonly<Record<K, number>>): K[] =>
  Object.keys(limits).filter((name): name is K => Object.hasOwn(limits, name));
