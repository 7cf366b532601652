/**
 * The words of the engine (docs/architecture.md has the flow). Everything here is plain data: it crosses the
 * boundary to the page as JSON, so `contract/` repeats these shapes as schemas and the compiler keeps them equal.
 */

/** The extension watches the first three; the next five where somebody has switched them on; `other`: one that a policy names. */
export type Site =
  | "facebook"
  | "instagram"
  | "yelp"
  | "google"
  | "realself"
  | "healthgrades"
  | "tiktok"
  | "x"
  | "other";

export type Surface = "review-reply" | "comment" | "post" | "message" | "review";

/** What is being answered: who wrote it, as the site shows the name, and what it says. */
export interface Thread {
  readonly author: string;
  readonly text: string;
}

export interface Attachment {
  readonly kind: "image" | "video";
  readonly name: string;
  /** A person has attested in the card that a signed authorization for this file is on record. */
  readonly attested?: boolean | undefined;
}

/** Text on its way. `text` is exactly what is in the composer; every offset below counts its UTF-16 units. */
export interface Draft {
  readonly text: string;
  readonly site: Site;
  readonly surface: Surface;
  readonly thread?: Thread | null | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
}

/** The order is the order in which findings of equal weight are explained: the gravest first. */
export const categories = [
  "patient-match",
  "identifier",
  "health",
  "payment",
  "relationship",
  "media",
  "conduct",
] as const;
export type Category = (typeof categories)[number];

export type Level = "warn" | "block";

/** A reason, with its place. `start`–`end` is empty (0–0) for a finding about an attachment. */
export interface Finding {
  readonly rule: string;
  readonly category: Category;
  readonly level: Level;
  readonly start: number;
  readonly end: number;
  /** One sentence for the person who wrote the draft. Never quotes the draft or the patient list. */
  readonly why: string;
  /** The law section or guidance behind the rule, short enough to print: "45 CFR 164.502(a)". */
  readonly source: string;
}

/** `repair` keeps the person's own harmless sentences; `reply` is a whole reply for the situation. */
export interface Alternative {
  readonly text: string;
  readonly kind: "repair" | "reply";
}

export interface Verdict {
  readonly verdict: "allow" | "warn" | "block";
  readonly findings: readonly Finding[];
  readonly alternatives: readonly Alternative[];
}

/** How sure a recognizer is. The policy's strictness decides what each is worth. */
export type Confidence = "certain" | "likely" | "possible";

/** What a recognizer reports before policy has spoken. Offsets are in the text as typed. */
export interface Hit {
  readonly rule: string;
  readonly category: Category;
  readonly confidence: Confidence;
  readonly start: number;
  readonly end: number;
  readonly why: string;
  readonly source: string;
}

/**
 * What policy does about a category: `record` notes it and lets it go without a word. Of the two that warn, one lets a
 * person go on only with a reason, which is no matter of the engine.
 */
export type Action = "allow" | "record" | "warn" | "warn-with-reason" | "block";
export type Strictness = "relaxed" | "balanced" | "strict";

export type SurfaceActions = Readonly<
  Partial<Record<Surface, Readonly<Partial<Record<Category, Action | undefined>>> | undefined>>
>;

/** The part of the policy that the engine reads. `contract/policy.ts` has the whole, with words for the admin. */
export interface EnginePolicy {
  readonly strictness: Strictness;
  readonly actions: Readonly<Record<Category, Action>>;
  /** What holds for one surface in place of `actions`. */
  readonly surfaceActions?: SurfaceActions | undefined;
  /** Phrases that are never a finding by themselves; a match with the patient list stays one. */
  readonly alwaysAllow?: readonly string[] | undefined;
  readonly alwaysStop?: readonly StoppedPhrase[] | undefined;
  /** Names of public figures and others who are never meant as patients, whoever on the list has the same. */
  readonly publicNames?: readonly string[] | undefined;
  /** Offered beside ours, each only where it passes the check. `surfaces`: where; left out: everywhere. */
  readonly replies?:
    | readonly { readonly text: string; readonly surfaces?: readonly Surface[] | undefined }[]
    | undefined;
}

/** Words that the practice always stops. `reason`, where given, is shown to the person in place of our own. */
export interface StoppedPhrase {
  readonly text: string;
  readonly category: Category;
  readonly reason?: string | undefined;
}

/** The business's own profile: what it says about itself is never a finding. */
export interface Practice {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly websites: readonly string[];
  readonly handles: readonly string[];
  readonly staff: readonly { readonly name: string; readonly role?: string | undefined }[];
}
