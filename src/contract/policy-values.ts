/** The settings that are one text, number or object; `null` where nothing is set. */
import { consoleLock } from "./console-lock.ts";
import { monitoring } from "./policy-monitor.ts";
import { address, managedList } from "./policy-patient-list.ts";
import { practice } from "./practice.ts";
import { writtenText } from "./written-text.ts";
import { z } from "./zod.ts";

export const messageLimit = 200;
const messages = z.strictObject({
  stopped: z.optional(writtenText(messageLimit)),
  warned: z.optional(writtenText(messageLimit)),
  unchecked: z.optional(writtenText(messageLimit)),
});

const forwarding = z.strictObject({
  address,
  /** Sent as `Authorization: Bearer …`. With anything that a header cannot have, nothing would ever be sent. */
  token: z.optional(
    writtenText(2000).check(
      z.regex(/^[!-~]*$/, "must be of ASCII letters, digits and signs, without blanks"),
    ),
  ),
});

/** `name`: whoever confirms has to say who they are, by name or initials. */
const acknowledgment = z.strictObject({ name: z.boolean() });

/** An X25519 public key: 32 bytes in base64. */
const publicKey = z
  .string()
  .check(z.regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, "must be 32 bytes in base64 (44 characters)"));

const years = z.int().check(z.gte(1, "must be at least 1"), z.lte(20, "must be at most 20"));

/**
 * `more`: what it comes to that there is a value at all. `secret`: parts that are never shown, kept or told to a page.
 * `unshown`: parts that are kept, since they must hold without the file, and stand on no page or report all the same. `awaited`: where it is set,
 * and never could be used, drafts are held unchecked until it can. `whenBroken`: a value that cannot be used is none, whatever
 * it was before; left out: what it was before stays. `salvage`: where the whole cannot be used, those of its parts, and of
 * their entries, that can be: for values of which a part less lets nothing more through.
 */
export const valueSettings = {
  version: {
    kind: "value",
    schema: z.nullable(writtenText(40)),
    fallback: null,
    level: "fixed",
    title: "Version of the policy",
    words:
      "What the administrator calls this version of the policy. Shown, recorded, and compared with nothing.",
  },
  contact: {
    kind: "value",
    schema: z.nullable(writtenText(200)),
    fallback: null,
    level: "fixed",
    title: "Whom to ask",
    words: "Whom a person turns to with a question. Shown on the card and on ReplyGuard’s pages.",
  },
  practice: {
    kind: "value",
    schema: z.nullable(practice),
    fallback: null,
    level: "default",
    whenSet: "fixed",
    more: "looser",
    salvage: practice,
    title: "Practice profile",
    words:
      "The practice’s own names, addresses, phones, e-mail addresses, websites, handles and staff, which are no findings by themselves.",
  },
  messages: {
    kind: "value",
    schema: z.nullable(messages),
    fallback: null,
    level: "fixed",
    salvage: messages,
    title: "The practice’s own words",
    words:
      "The sentence that the card shows first where a draft was stopped, warned about, or could not be checked, in the practice’s own words.",
  },
  patientList: {
    kind: "value",
    schema: z.nullable(managedList),
    fallback: null,
    level: "fixed",
    more: "stricter",
    secret: ["key"],
    awaited: true,
    title: "The practice’s patient list",
    words:
      "Where every browser of the practice fetches the sealed patient list from: its address (https), its SHA-256, the managed key that opens it, and the day from which it is not to be used any more. It takes the place of a list that was imported at a browser.",
  },
  monitor: {
    kind: "value",
    schema: z.nullable(monitoring),
    fallback: null,
    level: "fixed",
    more: "looser",
    whenBroken: "fallback",
    title: "Watching only, at first",
    words:
      "A first day, and the day from which the policy is enforced, at most 92 days later. In between everything is recorded, and nothing is said or held.",
  },
  retentionYears: {
    kind: "value",
    schema: years,
    fallback: 6,
    level: "fixed",
    title: "Years the record is kept",
    words: "After so many years entries of the record are deleted. Six by default (45 CFR 164.316(b)(2)(i)).",
  },
  evidenceKey: {
    kind: "value",
    schema: z.nullable(publicKey),
    fallback: null,
    level: "fixed",
    title: "Evidence",
    words:
      "The officer’s public key (guard officer init makes it). Each draft that goes on record is sealed to it, with what it answers, and nobody else can open it. Without a key no draft is kept.",
  },
  consoleLock: {
    kind: "value",
    schema: z.nullable(consoleLock),
    fallback: null,
    level: "fixed",
    more: "stricter",
    // Whoever has them can try passphrases on a machine of their own.
    unshown: ["salt", "verifier"],
    title: "Officer’s passphrase",
    words:
      "What the officer’s passphrase is held against (guard officer passphrase makes it). Where it is set, the console and the list of attempts open only for whoever has the passphrase, and lock after some minutes without use (idleMinutes, 15 where it says nothing).",
  },
  acknowledgment: {
    kind: "value",
    schema: z.nullable(acknowledgment),
    fallback: null,
    level: "fixed",
    title: "Rules that people confirm",
    words:
      "Where it is set, the popup and these options ask whoever works at this browser to confirm that they have read the practice’s rules, anew for each version of the policy, and with name: true also who they are. What they confirm goes on record.",
  },
  forwarding: {
    kind: "value",
    schema: z.nullable(forwarding),
    fallback: null,
    level: "fixed",
    secret: ["token"],
    title: "Forwarding",
    words: "Where the record is sent as it grows: the address (https) of an OTLP collector.",
  },
} as const;
