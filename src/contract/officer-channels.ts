/** The channels of the record and its officer, and of the rules that people confirm; contract/messages.ts has the others. */
import { attempt } from "./attempt.ts";
import { done, nothing } from "./checked.ts";
import { consoleSession, consoleStanding, consoleUnlocked } from "./console-lock.ts";
import { exported, exportFormat, recordSubject, review, takeDown, training } from "./record-entry.ts";
import { recordStanding } from "./record-standing.ts";
import { z } from "./zod.ts";

/**
 * Of what is told of the record, or written into it by an officer: the session of a page for which the officer's passphrase was
 * given. Where policy names a passphrase, all of these answer `not-allowed` without one that counts.
 */
const officer = { session: z.optional(consoleSession) };

export const officerChannels = {
  "attempt.list": {
    from: "page",
    request: z.strictObject({ since: z.int(), limit: z.int(), ...officer }),
    response: z.strictObject({ attempts: z.array(attempt), total: z.int() }),
  },
  "record.standing": { from: "page", request: z.strictObject(officer), response: recordStanding },
  /**
   * What an officer writes of an entry, of this or another seat; it is answered when it is on record. Names are taken out of
   * note and assignee: with a code of the patient list nothing was written, because they could not be looked for.
   */
  "record.review": { from: "page", request: z.extend(review, officer), response: done },
  /** As a review: what an officer did about a reply that stood on a site, and a training that was held. */
  "record.take-down": { from: "page", request: z.extend(takeDown, officer), response: done },
  "record.training": { from: "page", request: z.extend(training, officer), response: done },
  /**
   * An officer has opened the sealed draft of an entry, which is shown once this is answered, or has tried to with a wrong
   * passphrase.
   */
  "record.unlock": {
    from: "page",
    request: z.strictObject({ result: z.enum(["opened", "refused"]), subject: recordSubject, ...officer }),
    response: done,
  },
  /**
   * The entries from `from` on, up to the one before `next`, are about to be exported: that is on record with the answer, and is
   * the last of them. `end`: the line that closes an export in JSON Lines with just these entries and the first `seals` seals.
   */
  "record.export": {
    from: "page",
    request: z.strictObject({
      format: exportFormat,
      from: z.int().check(z.minimum(0)),
      ...exported.shape,
      ...officer,
    }),
    response: z.strictObject({ next: z.int(), seals: z.int(), end: z.string() }),
  },
  /** Whether the record is locked. `not-ready`: nobody knows yet whether there is a managed policy. */
  "console.read": { from: "page", request: nothing, response: consoleStanding },
  "console.unlock": {
    from: "page",
    request: z.strictObject({ passphrase: z.string().check(z.minLength(1), z.maxLength(1000)) }),
    response: consoleUnlocked,
  },
  /** Somebody is at the page: its session goes on. `not-allowed`: it has ended. */
  "console.stay": { from: "page", request: z.strictObject({ session: consoleSession }), response: done },
  "console.lock": { from: "page", request: z.strictObject({ session: consoleSession }), response: done },
  /**
   * Somebody at this browser has read the practice's rules, as of the policy in force. `bad-request`: policy asks for no
   * confirmation, or for a name too.
   */
  "rules.confirm": {
    from: "page",
    request: z.strictObject({ who: z.optional(z.string().check(z.maxLength(100))) }),
    response: done,
  },
  /** `asked`: policy wants the rules confirmed, and nobody has yet at this browser for this version of it. */
  "rules.read": {
    from: "page",
    request: nothing,
    response: z.strictObject({
      asked: z.boolean(),
      withName: z.boolean(),
      /** The last confirmation of this version here, in milliseconds since 1970. */
      confirmedAt: z.nullable(z.int()),
    }),
  },
} as const;
