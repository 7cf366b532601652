/** Every message in Spanish, as the staff of a practice in the United States speak it; people are addressed with "usted". */
import type { Messages } from "./en.ts";
import audit from "./es/audit.json" with { type: "json" };
import card from "./es/card.json" with { type: "json" };
import lookBack from "./es/look-back.json" with { type: "json" };
import manifest from "./es/manifest.json" with { type: "json" };
import options from "./es/options.json" with { type: "json" };
import photos from "./es/photos.json" with { type: "json" };
import policy from "./es/policy.json" with { type: "json" };
import popup from "./es/popup.json" with { type: "json" };
import practice from "./es/practice.json" with { type: "json" };
import replies from "./es/replies.json" with { type: "json" };
import rules from "./es/rules.json" with { type: "json" };
import shared from "./es/shared.json" with { type: "json" };
import welcome from "./es/welcome.json" with { type: "json" };
import words from "./es/words.json" with { type: "json" };
import worker from "./es/worker.json" with { type: "json" };

export const es: Messages = {
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
  ...rules,
  ...shared,
  ...welcome,
  ...words,
  ...worker,
};
