/** The policy as the forms of one page see it: read once, changed through the worker, and read again after each change. */
import type { Answer, Code } from "../../contract/messages.ts";
import type { Policy } from "../../contract/policy.ts";
import type { ReplyTried } from "../../contract/replies.ts";
import type { ask } from "../shared/ask-worker.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import { t } from "../../platform/i18n.ts";

export interface PolicyView {
  now(): PolicyReport;
  /** All of it or nothing. */
  change(wanted: Partial<Policy>): Promise<Answer<unknown>>;
  /** Asks the browser for a site. To be called in a click, before anything is awaited. */
  askAccess(hosts: readonly string[]): Promise<boolean>;
  /** How the check takes a reply in each of its places. */
  tryReply(reply: Policy["replies"][number]): Promise<Answer<{ tried: readonly ReplyTried[] }>>;
  /** Reads it again: somebody else has changed it. */
  refresh(): Promise<void>;
  /** Calls `listener` whenever it is not what it was. */
  onChange(listener: (read: PolicyReport) => void): void;
}

/** A code where the policy cannot be read. `askAccess`: left out by a page that switches no site on. */
export async function readPolicyView(
  tell: typeof ask,
  askAccess: PolicyView["askAccess"] = async () => true,
): Promise<PolicyView | Code> {
  const first = await tell("policy.read", {});
  if (!first.ok) return first.code;
  let read = first.value;
  const listeners: ((read: PolicyReport) => void)[] = [];

  async function refresh(): Promise<void> {
    const answer = await tell("policy.read", {});
    if (!answer.ok || JSON.stringify(answer.value) === JSON.stringify(read)) return;
    read = answer.value;
    for (const listener of listeners) listener(read);
  }
  return {
    now: () => read,
    async change(wanted) {
      const changed = await tell("policy.change", { policy: wanted });
      if (changed.ok) await refresh();
      return changed;
    },
    askAccess,
    tryReply: (reply) => tell("replies.try", { reply }),
    refresh,
    onChange: (listener) => void listeners.push(listener),
  };
}

/** There is a policy of an administrator, or there was one until the browser started. */
export const hasManaged = ({ source }: PolicyReport): boolean =>
  source === "managed" || source === "last-good";

/** What is in force is then no policy of anybody's, and nothing to be saved or changed. */
export const isAwaited = ({ source }: PolicyReport): boolean => source === "awaited";
export const awaitedWords = (): string => t("options_wait_a_moment_the_browser_has");
