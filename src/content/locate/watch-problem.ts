import type { Composer, WatchProblem } from "./composer.ts";
import { isEmpty } from "./is-empty.ts";
import { sendControls } from "./send-controls.ts";

/** Why this box cannot be fully guarded now, or undefined. A control that only appears with text may be missing. */
export function watchProblem(composer: Composer): WatchProblem | undefined {
  if (!isKnownBox(composer)) return "unknown-composer";
  const presence = composer.pattern?.send.presence ?? presenceOf(composer);
  const expected = presence === "always" || (presence === "with-text" && !isEmpty(composer));
  return expected && sendControls(composer).length === 0 ? "no-send-control" : undefined;
}

/** By a pattern, by a policy, or, on a further site, as well as can be. */
export const isKnownBox = ({ pattern, overrides, adapter }: Composer): boolean =>
  pattern !== undefined || overrides.length > 0 || adapter.further === true;

/** Guarded only as well as can be. */
export const isUnverified = (composer: Composer): boolean =>
  isKnownBox(composer) && !composer.pattern && composer.overrides.length === 0;

function presenceOf({ overrides }: Composer): "optional" | "with-text" {
  return overrides.some(({ sendKeys }) => sendKeys.length > 0) ? "optional" : "with-text";
}
