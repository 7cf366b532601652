/** Puts another text in place of the draft, checked there first, and the person's own back. It is kept in this page's memory only. */
import { usedLimit } from "../contract/limits.ts";
import type { Code } from "../contract/messages.ts";
import type { Ask } from "../platform/ask.ts";
import { t } from "../platform/i18n.ts";
import { snake } from "../platform/words.ts";
import type { Attempts } from "./attempts.ts";
import { editors } from "./editors/editor.ts";
import { keyOf, verdictOf } from "./gate-state.ts";
import type { GateState } from "./gate-state.ts";
import type { Composer } from "./locate/composer.ts";

export interface PutInParts {
  readonly ask: Ask;
  readonly attempts: Attempts;
  readonly gate: () => GateState;
  readonly currentBox: () => Composer | undefined;
  /** The box is to be read again. */
  readonly observe: (at: Composer) => void;
  readonly say: (words: string) => void;
}

export interface PutIn {
  /** True while text is put into the box: our own events are no gestures. */
  isWriting(): boolean;
  /** What was taken on this page, so that the same words are not offered under every review. */
  used(): readonly string[];
  /** What is wrong with a text in place of the draft, in words; "": nothing. */
  problemOf(text: string): Promise<string>;
  /** @returns why it does not stand in the box, which is said as well */
  put(text: string): Promise<Code | undefined>;
  copy(text: string): Promise<void>;
  /** The box holds what was put in, and the person's own text can be put back. */
  canUndo(): boolean;
  undo(): Promise<void>;
  /** What the draft was is no longer kept. */
  forget(): void;
}

export function createPutIn({ ask, attempts, gate, currentBox, observe, say }: PutInParts): PutIn {
  let used: string[] = [];
  let isWriting = false;
  let taken: { readonly composer: string; readonly before: string; readonly after: string } | undefined;

  const took = (text: string): void => {
    used = [...used, text].slice(-usedLimit);
  };
  /** Each has passed the check in place of this very draft. */
  const isOffered = (text: string): boolean =>
    verdictOf(gate())?.verdict.alternatives.some((one) => one.text === text) === true;

  async function problemOf(text: string): Promise<string> {
    const { current } = gate();
    if (!current) return t("card_refused_stale");
    if (isOffered(text)) return "";
    // What is attached stays with the box whatever is written.
    const answer = await ask.ask("draft.check", { draft: { ...current.draft, text, attachments: [] } });
    if (!answer.ok) return t(`card_refused_${snake(answer.code)}`);
    const { findings } = answer.value.verdict;
    return (findings.find(({ level }) => level === "block") ?? findings[0])?.why ?? "";
  }

  /** @returns whether it stands there, exactly */
  async function write(at: Composer, text: string, onThere: () => void): Promise<boolean> {
    isWriting = true;
    try {
      const isThere = await editors[at.kind].replace(() => currentBox()?.box, text);
      if (isThere) onThere();
      else say(t("card_text_not_taken"));
      return isThere;
    } finally {
      isWriting = false;
      const now = currentBox();
      if (now) observe(now);
    }
  }

  async function put(text: string): Promise<Code | undefined> {
    const { current } = gate();
    if (!current || isWriting) return "stale";
    const isMended = verdictOf(gate())?.verdict.verdict !== "allow";
    const problem = await problemOf(text);
    if (problem !== "") {
      say(problem);
      return "not-allowed";
    }
    const at = currentBox();
    const { current: now } = gate();
    if (!at || !now || keyOf(now) !== keyOf(current)) {
      say(t("card_refused_stale"));
      return "stale";
    }
    const isThere = await write(at, text, () => {
      if (isMended) void attempts.record("mended", current.draft, undefined);
      took(text);
      const before = current.draft.text;
      taken = before.trim() === "" ? undefined : { composer: current.composer, before, after: text };
    });
    return isThere ? undefined : "failed";
  }

  const canUndo = (): boolean => {
    const { current } = gate();
    return taken !== undefined && taken.composer === current?.composer && taken.after === current.draft.text;
  };

  return {
    isWriting: () => isWriting,
    used: () => used,
    problemOf,
    put,
    async copy(text) {
      try {
        await navigator.clipboard.writeText(text);
        took(text);
        say(t("card_copied"));
      } catch {
        // The site's permissions policy may forbid it; the text can still be selected.
        say(t("card_copying_not_allowed"));
      }
    },
    canUndo,
    async undo() {
      const at = currentBox();
      if (!taken || !at || !canUndo() || isWriting) return;
      const { before } = taken;
      await write(at, before, () => {
        taken = undefined;
      });
    },
    forget() {
      taken = undefined;
    },
  };
}
