import { reasonLimit } from "../contract/limits.ts";
import type { Attempt } from "../contract/attempt.ts";
import type { MediaKind } from "../contract/media-kind.ts";
import type { Request, WorkerChannels } from "../contract/messages.ts";
import type { Category, Draft, Verdict } from "../engine/model.ts";
import type { Span } from "../engine/rule.ts";
import { attemptBody } from "../record/attempt-body.ts";
import { digest } from "./digest.ts";
import { sealDraft } from "./evidence.ts";
import type { Knowledge, Withheld } from "./knowledge.ts";
import { cleanReason } from "./reason.ts";
import type { Recorder } from "./record.ts";
import type { Room } from "./record-room.ts";
import type { SecondPerson } from "./second-person.ts";

export interface AttemptParts<Prepared> {
  readonly room: Pick<Room, "add">;
  readonly record: Pick<Recorder, "fingerprint" | "head" | "add">;
  readonly check: (draft: Draft, prepared: Prepared, used?: readonly string[]) => Verdict;
  /** Where a text has what identifies somebody, or anything that is on the patient list, be it a given name alone. */
  readonly notToKeep: (text: string, prepared: Prepared) => readonly Span[];
  readonly secondPerson: Pick<SecondPerson, "approverOf">;
  readonly engineVersion: string;
  now(): number;
}

/**
 * `approval`: the id under which a colleague's code was taken for exactly this draft; `carries`: what was found in the pictures and
 * films for which somebody attests.
 */
type Sent = Request<WorkerChannels, "attempt.record"> & {
  readonly approval?: string;
  readonly carries?: readonly MediaKind[];
};

/** Say nothing where nothing was found. */
const isOfFindings: ReadonlySet<Attempt["outcome"]> = new Set(["recorded", "disputed", "standing"]);

/** Stands in the record where the policy or the patient list could not be read. */
const unknownVersion = "unknown";
/** In place of a reason in which a name could not be looked for. */
const notKept = "[not kept: it could not be checked for names]";
/** In place of one that the policy does not let a person give. */
const notOffered = "[not one of the reasons that are offered]";

/**
 * Records what became of a send. Resolves when the entry is on disk; a repeated request adds nothing. The draft is
 * checked here again, and only what was found is kept, and where policy asks for evidence the draft, sealed: the page's word
 * counts for `outcome` and `reason` alone. `host`: of a
 * site that the policy alone names, as the policy has it.
 */
export async function recordAttempt<Prepared>(
  body: Sent,
  knowledge: Knowledge<Prepared> | Withheld | undefined,
  parts: AttemptParts<Prepared>,
  host?: string,
): Promise<void> {
  const { draft, outcome, reason, approval, carries } = body;
  const approvedBy =
    outcome === "posted-anyway" && approval !== undefined
      ? await parts.secondPerson.approverOf(approval, draft)
      : undefined;
  const findings =
    knowledge && knowledge.code === undefined ? parts.check(draft, knowledge.prepared).findings : [];
  // The page let it go before it knew; there is nothing to be recorded.
  if (isOfFindings.has(outcome) && knowledge && knowledge.code === undefined && findings.length === 0) return;
  const attempt: Attempt = {
    // The page chose the id: its digest is as unique, and can carry no text.
    id: await digest(body.id),
    at: parts.now(),
    site: draft.site,
    ...(host === undefined ? {} : { host }),
    surface: draft.surface,
    outcome,
    categories: unique<Category>(findings.map((finding) => finding.category)),
    rules: unique(findings.map((finding) => finding.rule)),
    length: draft.text.length,
    ...(reason === undefined ? {} : { reason: keptReason(body, reason, knowledge, parts) }),
    ...(approvedBy === undefined ? {} : { approvedBy }),
    ...(carries === undefined ? {} : { carries: unique(carries) }),
    policyVersion: knowledge?.policyVersion ?? unknownVersion,
    engineVersion: parts.engineVersion,
  };
  // Of a text that is empty there is nothing to be known again by.
  const mark = draft.text.trim() === "" ? undefined : await parts.record.fingerprint(draft.text);
  const { id, policyVersion } = attempt;
  const publicKey = knowledge?.resolved.policy.evidenceKey ?? null;
  // Of a box that is not watched nobody knows whether it is a draft at all.
  const isSealed = publicKey !== null && outcome !== "not-watching";
  const seal = isSealed ? () => sealDraft({ draft, id, publicKey, policyVersion }, parts.record) : undefined;
  await parts.room.add(attemptBody(attempt, mark), id, seal);
}

/** What the record keeps of a reason or a reference. */
export function keptReason<Prepared>(
  { draft, outcome }: Request<WorkerChannels, "attempt.record">,
  reason: string,
  knowledge: Knowledge<Prepared> | Withheld | undefined,
  parts: AttemptParts<Prepared>,
): string {
  const policy = knowledge?.resolved.policy;
  if (outcome === "posted-anyway" && policy) {
    // The admin's words, not the person's.
    if (policy.reasons.includes(reason)) return reason;
    if (!policy.reasonFreeText) return notOffered;
  }
  if (!knowledge || knowledge.code !== undefined) return notKept;
  const asPost: Draft = { text: reason, site: draft.site, surface: "post" };
  const { findings } = parts.check(asPost, knowledge.prepared);
  const named = parts.notToKeep(reason, knowledge.prepared);
  return cleanReason(reason, draft, findings, named).slice(0, reasonLimit);
}

function unique<V>(values: readonly V[]): V[] {
  return [...new Set(values)];
}
