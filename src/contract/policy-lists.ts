/** The settings that are lists of entries. */
import { allowedPhrases, mostPhrases, publicNames, stoppedPhrases } from "./policy-phrases.ts";
import { extraSite, mostExtraSites, mostOverrides, selectorOverride } from "./policy-sites.ts";
import { surface } from "./draft.ts";
import { nameLimit } from "./limits.ts";
import { writtenText } from "./written-text.ts";
import { z } from "./zod.ts";

export const mostReasons = 20;
export const mostApprovers = 50;
export const mostReplies = 100;
const bound = (most: number) => z.maxLength(most, `A list has at most ${most} entries.`);

/** Base32 of at least 16 bytes (RFC 4226, section 4, R6), with or without the padding. */
const secret = z
  .string()
  .check(
    z.regex(
      /^[A-Z2-7]{26,103}={0,6}$/,
      "must be at least 16 bytes in base32; guard policy approver makes one",
    ),
  );

export const approver = z.strictObject({ name: writtenText(nameLimit), secret });
export type Approver = z.infer<typeof approver>;

/** `surfaces`: where it is offered; left out: everywhere. */
export const ownReply = z.strictObject({
  text: writtenText(1000),
  surfaces: z.optional(z.array(surface).check(z.minLength(1), z.maxLength(5))),
});

/**
 * `most`: of the managed policy alone, and again of what one browser adds. `more`: what more entries come to; left out:
 * neither. `secret`: parts of an entry that are never shown.
 */
export const listSettings = {
  reasons: {
    kind: "list",
    schema: z.array(writtenText(100)).check(bound(mostReasons)),
    most: mostReasons,
    fallback: [],
    level: "fixed",
    title: "Reasons offered",
    words: "What a person who posts anyway may give as reason without writing.",
  },
  approvers: {
    kind: "list",
    schema: z.array(approver).check(bound(mostApprovers)),
    most: mostApprovers,
    fallback: [],
    level: "fixed",
    more: "looser",
    secret: ["secret"],
    title: "Who may agree",
    words:
      "The colleagues whose code lets a draft be posted anyway: a name for the record, and the secret that their authenticator app was given.",
  },
  replies: {
    kind: "list",
    schema: z.array(ownReply).check(bound(2 * mostReplies)),
    most: mostReplies,
    fallback: [],
    level: "default",
    title: "The practice’s own replies",
    words:
      "Replies that are offered on the card beside ReplyGuard’s, each only where it passes the check at that moment.",
  },
  alwaysStop: {
    kind: "list",
    schema: stoppedPhrases,
    most: mostPhrases,
    fallback: [],
    level: "default",
    more: "stricter",
    title: "Always stopped",
    words:
      "Words and phrases that are stopped wherever they stand, also in hidden writing, whatever the strictness. Each counts under a category: where that blocks they block, otherwise they warn.",
  },
  alwaysAllow: {
    kind: "list",
    schema: allowedPhrases,
    most: mostPhrases,
    fallback: [],
    level: "default",
    underPolicy: "tighten",
    more: "looser",
    title: "Always allowed",
    words:
      "Names of products, brands and events, and whole phrases, that are no finding by themselves. Only a finding whose words lie wholly inside the phrase is dropped; a match with the patient list, and a phrase that is always stopped, never are.",
  },
  publicNames: {
    kind: "list",
    schema: publicNames,
    most: mostPhrases,
    fallback: [],
    level: "default",
    underPolicy: "tighten",
    more: "looser",
    title: "Public names",
    words:
      "Names of public figures and others who are never meant as patients, whoever on the patient list has the same name. A match with the list whose words lie wholly inside such a name is dropped; nothing else is.",
  },
  selectorOverrides: {
    kind: "list",
    schema: z.array(selectorOverride).check(bound(mostOverrides)),
    most: mostOverrides,
    fallback: [],
    level: "fixed",
    more: "stricter",
    title: "Boxes of a site that has changed",
    words:
      "Where a site has changed and a box is no longer found: what to look for. It only adds to what ReplyGuard looks for itself.",
  },
  extraSites: {
    kind: "list",
    schema: z.array(extraSite).check(bound(mostExtraSites)),
    most: mostExtraSites,
    fallback: [],
    level: "fixed",
    more: "stricter",
    title: "More sites",
    words:
      "Other sites on which boxes are guarded as well as can be. Each browser asks once for the permission to see the site.",
  },
} as const;
