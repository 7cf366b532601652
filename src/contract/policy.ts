import type * as engine from "../engine/model.ts";
import { managedList } from "./policy-patient-list.ts";
import { allowedPhrases, publicNames, stoppedPhrases } from "./policy-phrases.ts";
import { z } from "./zod.ts";

const action = z.enum(["allow", "record", "warn", "block"]);

/**
 * Every setting of the product: schema, default, who may change it, and the words an admin reads.
 * `seat-may-tighten`: a person at one browser may only make it stricter than what is in force. `open`: they may set it
 * where the admin has not. `seat-may-add`: they may add to what the admin has listed, never take away. `admin`: nobody
 * at a browser has a say.
 * `more`: what more entries of a list come to, or that there is a value at all. `underPolicy`: what is in force where a
 * managed policy does not say, or says something that cannot be used. `secret`: parts that are never shown. `awaited`:
 * where it is set, and never could be used, drafts are held unchecked until it can.
 */
const settings = {
  strictness: {
    schema: z.enum(["relaxed", "balanced", "strict"]),
    fallback: "balanced",
    level: "seat-may-tighten",
    title: "Strictness",
    words:
      "How sure ReplyGuard must be before it speaks. Strict also stops what is only possibly a disclosure.",
  },
  actions: {
    schema: z.strictObject({
      "patient-match": action,
      identifier: action,
      health: action,
      payment: action,
      relationship: action,
      media: action,
      conduct: action,
    } satisfies Record<engine.Category, typeof action>),
    fallback: {
      "patient-match": "block",
      identifier: "block",
      health: "block",
      payment: "block",
      relationship: "block",
      media: "block",
      conduct: "block",
    },
    level: "seat-may-tighten",
    title: "What happens",
    words:
      "For each category: let it go, record it only, warn (the person may post anyway), or block. A finding that is only likely warns even where the category blocks.",
  },
  sites: {
    schema: z.strictObject({
      facebook: z.boolean(),
      instagram: z.boolean(),
      yelp: z.boolean(),
    }),
    fallback: { facebook: true, instagram: true, yelp: true },
    level: "open",
    title: "Sites",
    words: "Which sites are watched. One that is switched off shows as not watching on the badge.",
  },
  unchecked: {
    schema: z.enum(["hold", "let-go-and-record"]),
    fallback: "hold",
    level: "seat-may-tighten",
    title: "When a draft could not be checked",
    words: "Hold the send until the check has an answer, or let it go and record that it went unchecked.",
  },
  postAnyway: {
    schema: z.enum(["never", "warnings", "always"]),
    fallback: "warnings",
    level: "seat-may-tighten",
    title: "Post anyway",
    words: "Whether a person may post a draft that was warned about (or also one that was blocked).",
  },
  reasonRequired: {
    schema: z.boolean(),
    fallback: true,
    level: "seat-may-tighten",
    title: "Ask for a reason",
    words: "A person who posts anyway must say why in one line. The line is recorded; the draft is not.",
  },
  alwaysStop: {
    schema: stoppedPhrases,
    fallback: [],
    level: "seat-may-add",
    more: "stricter",
    title: "Always stopped",
    words:
      "Words and phrases that are stopped wherever they stand, also in hidden writing, whatever the strictness. Each counts under a category: where that blocks they block, otherwise they warn.",
  },
  alwaysAllow: {
    schema: allowedPhrases,
    fallback: [],
    level: "seat-may-add",
    more: "looser",
    title: "Always allowed",
    words:
      "Names of products, brands and events, and whole phrases, that are no finding by themselves. Only a finding whose words lie wholly inside the phrase is dropped; a match with the patient list, and a phrase that is always stopped, never are.",
  },
  publicNames: {
    schema: publicNames,
    fallback: [],
    level: "seat-may-add",
    more: "looser",
    title: "Public names",
    words:
      "Names of public figures and others who are never meant as patients, whoever on the patient list has the same name. A match with the list whose words lie wholly inside such a name is dropped; nothing else is.",
  },
  seatMayAllow: {
    schema: z.boolean(),
    fallback: true,
    underPolicy: false,
    level: "seat-may-tighten",
    title: "Allowed phrases at one browser",
    words:
      "Whether a person at one browser may add to what is always allowed and to the public names. Under a managed policy only if it says so; without one, yes.",
  },
  patientList: {
    schema: z.nullable(managedList),
    fallback: null,
    level: "admin",
    more: "stricter",
    secret: ["key"],
    awaited: true,
    title: "The practice’s patient list",
    words:
      "Where every browser of the practice fetches the sealed patient list from: its address (https), its SHA-256, and the managed key that opens it. It takes the place of a list that was imported at a browser.",
  },
} as const;

export type SettingName = keyof typeof settings;
/** Settings that are lists. `patientList` is by itself; every other one is made of choices (`contract/choices.ts`). */
export const listNames = ["alwaysStop", "alwaysAllow", "publicNames"] as const;
export type ListName = (typeof listNames)[number];
export type ChoiceName = Exclude<SettingName, ListName | "patientList">;

export const policy = z.strictObject({
  strictness: settings.strictness.schema,
  actions: settings.actions.schema,
  sites: settings.sites.schema,
  unchecked: settings.unchecked.schema,
  postAnyway: settings.postAnyway.schema,
  reasonRequired: settings.reasonRequired.schema,
  alwaysStop: settings.alwaysStop.schema,
  alwaysAllow: settings.alwaysAllow.schema,
  publicNames: settings.publicNames.schema,
  seatMayAllow: settings.seatMayAllow.schema,
  patientList: settings.patientList.schema,
});
export type Policy = z.infer<typeof policy>;

export const defaultPolicy: Policy = policy.parse({
  strictness: settings.strictness.fallback,
  actions: settings.actions.fallback,
  sites: settings.sites.fallback,
  unchecked: settings.unchecked.fallback,
  postAnyway: settings.postAnyway.fallback,
  reasonRequired: settings.reasonRequired.fallback,
  alwaysStop: settings.alwaysStop.fallback,
  alwaysAllow: settings.alwaysAllow.fallback,
  publicNames: settings.publicNames.fallback,
  seatMayAllow: settings.seatMayAllow.fallback,
  patientList: settings.patientList.fallback,
});

export { settings };
