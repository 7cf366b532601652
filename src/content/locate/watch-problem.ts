import type { Composer, WatchProblem } from "./composer.ts";
import { isEmpty } from "./is-empty.ts";
import { sendControls } from "./send-controls.ts";

/** Why this box cannot be fully guarded now, or undefined. A control that only appears with text may be missing. */
export function watchProblem(composer: Composer): WatchProblem | undefined {
  if (!composer.pattern) return "unknown-composer";
  const { presence } = composer.pattern.send;
  const expected = presence === "always" || (presence === "with-text" && !isEmpty(composer));
  return expected && sendControls(composer).length === 0 ? "no-send-control" : undefined;
}
