/** Every message in English, which is what a key means: `MessageKey` is made from these. */
import audit from "./en/audit.json" with { type: "json" };
import card from "./en/card.json" with { type: "json" };
import lookBack from "./en/look-back.json" with { type: "json" };
import manifest from "./en/manifest.json" with { type: "json" };
import options from "./en/options.json" with { type: "json" };
import photos from "./en/photos.json" with { type: "json" };
import policy from "./en/policy.json" with { type: "json" };
import popup from "./en/popup.json" with { type: "json" };
import practice from "./en/practice.json" with { type: "json" };
import replies from "./en/replies.json" with { type: "json" };
import shared from "./en/shared.json" with { type: "json" };
import welcome from "./en/welcome.json" with { type: "json" };
import words from "./en/words.json" with { type: "json" };
import worker from "./en/worker.json" with { type: "json" };

export const en = {
  ...audit,
  ...card,
  ...lookBack,
  ...manifest,
  ...options,
  ...photos,
  ...policy,
  ...popup,
  ...practice,
  ...replies,
  ...shared,
  ...welcome,
  ...words,
  ...worker,
};

export type MessageKey = keyof typeof en;
type Stem<K> = K extends `${infer S}_other` ? (`${S}_one` extends MessageKey ? S : never) : never;
/** Of a message that has a form for one and a form for several: `KEY_one`, `KEY_other`. */
export type PluralKey = Stem<MessageKey>;
/** A language's messages, and what it has beside them: translations of what is declared in English elsewhere. */
export type Messages = Readonly<Record<MessageKey, string>> & Readonly<Record<string, string>>;
