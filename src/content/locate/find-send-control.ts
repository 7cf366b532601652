import type { Composer } from "./composer.ts";
import { sendControls } from "./send-controls.ts";

/** The control that sends this box's draft, as it is on the page now: what the card must not cover. */
export function findSendControl(composer: Composer): Element | undefined {
  return sendControls(composer)[0];
}
