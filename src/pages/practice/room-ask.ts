/**
 * The guard's line to the worker in the practice room. A draft is checked as on a site; nothing of it goes on record, and a
 * colleague's code is not looked at, so that none is used up.
 */
import type { Answer, Checked, Code, Request, Response, WorkerChannels } from "../../contract/messages.ts";
import type { Policy } from "../../contract/policy.ts";
import type { Draft } from "../../engine/model.ts";
import type { Ask } from "../../platform/ask.ts";
import { t } from "../../platform/i18n.ts";
import type { MessageKey } from "../../platform/i18n.ts";

/** A policy file that is tried out, and whether it or the policy in force is the one that the card goes by. */
export interface Trial {
  readonly name: string;
  readonly policy: Policy;
  readonly isFollowed: boolean;
}

/** What one draft comes to under both, or why there is no verdict. */
export interface Compared {
  readonly draft: Draft;
  readonly now: Checked | Code;
  readonly tried: Checked | Code;
}

export interface RoomEvents {
  trial(): Trial | undefined;
  compared(outcome: Compared): void;
  /** A person has gone on with a draft that was held. */
  wentOn(draft: Draft): void;
}

type Channel = keyof WorkerChannels;
type Answers = {
  readonly [K in Channel]?: (
    body: Request<WorkerChannels, K>,
  ) => Promise<Answer<Response<WorkerChannels, K>>>;
};

/** Of what the card says on a site, what is not so here: nothing goes on record. */
const roomWords = () =>
  ({
    card_chose_to_post_anyway: t("practice_card_chosen"),
    card_disputed: t("practice_card_disputed"),
    photos_attested: t("practice_card_attested"),
    photos_with_reference: t("practice_card_with_reference"),
    photos_without_reference: t("practice_card_without_reference"),
  }) satisfies Partial<Record<MessageKey, string>>;

const done = { ok: true, value: { done: true } } as const;

export function createRoomAsk(worker: Ask, events: RoomEvents): Ask {
  const verdictOf = (told: Answer<Checked>): Checked | Code => (told.ok ? told.value : told.code);

  async function check(
    body: Request<WorkerChannels, "draft.check">,
    isDraft = true,
  ): Promise<Answer<Checked>> {
    const trial = isDraft ? events.trial() : undefined;
    if (!trial) return worker.ask("practice-room.check", body);
    const [now, tried] = await Promise.all([
      worker.ask("practice-room.check", body),
      worker.ask("practice-room.check", { ...body, under: trial.policy }),
    ]);
    events.compared({ draft: body.draft, now: verdictOf(now), tried: verdictOf(tried) });
    return trial.isFollowed ? tried : now;
  }

  async function wake(): Promise<Answer<Response<WorkerChannels, "knowledge.wake">>> {
    const trial = events.trial();
    const told = await worker.ask("practice-room.wake", trial?.isFollowed ? { under: trial.policy } : {});
    if (!told.ok) return told;
    return {
      ok: true,
      value: {
        ...told.value,
        // Whatever the policy has switched off on a site, here there would be nothing to learn from.
        siteOn: true,
        surfacesOff: [],
        unchecked: "hold",
        monitoring: false,
        sites: { overrides: [] },
        words: roomWords(),
      },
    };
  }

  const answers: Answers = {
    "draft.check": (body) => check(body),
    "knowledge.wake": wake,
    async "attempt.record"({ outcome, draft }) {
      if (outcome === "posted-anyway") events.wentOn(draft);
      return done;
    },
    async "attempt.approve"({ draft }) {
      events.wentOn(draft);
      return { ok: true, value: { problem: null, wait: 0 } };
    },
    async "replies.search"(body) {
      const trial = events.trial();
      const under = trial?.isFollowed ? { under: trial.policy } : {};
      return worker.ask("practice-room.replies", { ...body, ...under });
    },
    "watch.report": async () => done,
    // It is part of this page already.
    "media.load": async () => done,
    async "media.check"({ texts }) {
      const asked = texts.map((text) => check({ draft: { text, site: "other", surface: "post" } }, false));
      const found = (await Promise.all(asked)).map((told) =>
        told.ok ? told.value.verdict.findings.map(({ category }) => category) : [],
      );
      return { ok: true, value: { found } };
    },
    "media.attest": async () => ({ ok: true, value: { problem: null } }),
  };

  return {
    async ask(channel, body) {
      const answer = answers[channel];
      return answer ? answer(body) : { ok: false, code: "not-allowed" };
    },
    orphaned: worker.orphaned,
    onOrphan: worker.onOrphan,
  };
}
