/** What the popup asks of the box at hand. */
import type { Ask } from "../platform/ask.ts";
import type { ContentHandlers } from "../platform/content-serve.ts";
import { verdictOf } from "./gate-state.ts";
import type { GateState } from "./gate-state.ts";
import type { PutIn } from "./put-in.ts";
import { toView } from "./view.ts";

export function createPopupHandlers(gate: () => GateState, { ask }: Ask, putIn: PutIn): ContentHandlers {
  return {
    "composer.read": () => {
      const view = toView(gate(), true);
      const text = gate().current?.draft.text ?? "";
      const verdict = verdictOf(gate())?.verdict;
      return {
        ok: true,
        value: {
          // Nobody is told of what is only recorded, nor that there is nothing.
          state: verdictOf(gate())?.note ? "idle" : view.state,
          note: [view.title, view.detail].filter(Boolean).join(" "),
          surface: gate().current?.draft.surface ?? null,
          findings: (verdict?.findings ?? []).map((finding) => ({
            ...finding,
            quote: text.slice(finding.start, finding.end),
          })),
          alternatives: [...(verdict?.alternatives ?? [])],
        },
      };
    },
    "composer.replies": async ({ query }) => {
      const { current } = gate();
      if (!current) return { ok: false, code: "stale" };
      return ask("replies.search", { query, draft: current.draft });
    },
    "composer.use": async ({ index, text }) => {
      const isStale = index !== null && verdictOf(gate())?.verdict.alternatives[index]?.text !== text;
      const code = isStale ? "stale" : await putIn.put(text);
      return code === undefined ? { ok: true, value: { done: true } } : { ok: false, code };
    },
  };
}
