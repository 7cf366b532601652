/** What the card asks about pictures and films: its part for them, what their texts say, and that somebody attests an authorization. */
import type { WorkerChannels } from "../contract/messages.ts";
import { embeddedMost } from "../contract/limits.ts";
import type { Category, Draft } from "../engine/model.ts";
import { answer, refusal } from "../platform/serve.ts";
import type { Handlers } from "../platform/serve.ts";
import { keptReason, recordAttempt } from "./attempts.ts";
import type { AttemptParts } from "./attempts.ts";
import type { KnowledgeHolder } from "./knowledge.ts";
import type { Sender } from "../platform/sender.ts";
import { placeOf } from "./watch.ts";

type Channels = "media.load" | "media.check" | "media.attest";

export interface MediaParts<Prepared> extends AttemptParts<Prepared> {
  readonly knowledge: KnowledgeHolder<Prepared>;
  readonly namesListed: (text: string, prepared: Prepared) => boolean;
  /** Puts the card's part for pictures into a frame. */
  putMediaPart(tabId: number, frameId: number): Promise<void>;
}

/** Say something of whom a file is about; the others are of what a draft does. */
const told: ReadonlySet<Category> = new Set([
  "patient-match",
  "identifier",
  "health",
  "payment",
  "relationship",
]);

/** @param hostOf of a site that policy alone names, as in the record */
export function createMedia<Prepared>(
  parts: MediaParts<Prepared>,
  hostOf: (sender: Sender, draft: Draft) => Promise<string | undefined>,
): Pick<Handlers<WorkerChannels>, Channels> {
  function categoriesIn(text: string, prepared: Prepared): Category[] {
    const { findings } = parts.check({ text, site: "other", surface: "post" }, prepared);
    const found = new Set(findings.map(({ category }) => category).filter((category) => told.has(category)));
    // Also where policy lets a name go in a draft: here it is told, and holds nothing.
    if (parts.namesListed(text, prepared)) found.add("patient-match");
    return [...found];
  }

  return {
    "media.load": async (_body, sender) => {
      const at = placeOf(sender);
      if (!at) return refusal("bad-request");
      await parts.putMediaPart(at.tabId, at.frameId);
      return answer({ done: true as const });
    },
    "media.check": async ({ texts }) => {
      const known = await parts.knowledge.ready();
      if (!known || known.code !== undefined) return refusal(known?.code ?? "not-ready");
      return answer({
        found: texts.slice(0, embeddedMost).map((text) => categoriesIn(text, known.prepared)),
      });
    },
    "media.attest": async ({ id, draft, reference, carries }, sender) => {
      const known = await parts.knowledge.ready();
      if (!known || known.code !== undefined) return refusal(known?.code ?? "not-ready");
      if (!draft.attachments?.length) return refusal("bad-request");
      const attested = draft.attachments.map((one) => ({ ...one, attested: true }));
      const body = { id, draft: { ...draft, attachments: attested }, outcome: "attested" as const };
      // A person is told at once; what the record would keep in its place helps nobody to find the form again.
      if (reference !== undefined && keptReason(body, reference, known, parts) !== reference)
        return answer({ problem: "named" as const });
      const entry = { ...body, carries, ...(reference !== undefined && { reason: reference }) };
      await recordAttempt(entry, known, parts, await hostOf(sender, draft));
      return answer({ problem: null });
    },
  };
}
