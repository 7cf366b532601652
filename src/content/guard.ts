/** Joins what is read from the page, the gate, the worker and the card. All decisions are the gate's. */
import { draftLimit, reasonLimit } from "../contract/limits.ts";
import type { Response, WorkerChannels } from "../contract/messages.ts";
import type { FoundReplies } from "../contract/replies.ts";
import type { ContentHandlers } from "../platform/content-serve.ts";
import type { Ask } from "../platform/ask.ts";
import { plural, t } from "../platform/i18n.ts";
import { createAttempts } from "./attempts.ts";
import { createCard } from "./card/card.ts";
import { createPresenter } from "./card/present.ts";
import { editors } from "./editors/editor.ts";
import { createFiles } from "./files.ts";
import { createMedia } from "./media.ts";
import { step } from "./gate.ts";
import { initialState, isApproved, isEmpty, keyOf, verdictOf } from "./gate-state.ts";
import type { Decision, Effect, GateEvent, GateState, Observed } from "./gate-state.ts";
import type { Composer } from "./locate/composer.ts";
import { readAttachments } from "./locate/read-attachments.ts";
import { readThread } from "./locate/read-thread.ts";
import { createHoldRecord } from "./on-record.ts";
import { isKnownBox, isUnverified, watchProblem } from "./locate/watch-problem.ts";
import type { Card } from "./card/card.ts";
import { createPopupHandlers } from "./popup-handlers.ts";
import { createPutIn } from "./put-in.ts";
import { toView } from "./view.ts";
import type { Done } from "./view.ts";

/** What the person has done with the draft whose key it is. */
type Marks = Omit<Done, "canUndo"> & { readonly key: string; readonly expanded?: boolean };

export interface Guard {
  readonly card: Card;
  /** Files were chosen, pasted or dropped for this box. */
  addFiles(composer: Composer, files: Iterable<File>): void;
  readonly handlers: ContentHandlers;
  /** True while we put text into the box ourselves: our own events are no gestures. */
  isWriting(): boolean;
  state(): GateState;
  composerName(composer: Composer): string;
  /**
   * The page shows this now: check it if it is news. Only when `isSettled` is the send control looked for: many sites draw
   * it when the first letter is there, after their own handlers have run.
   */
  observe(composer: Composer, isSettled?: boolean): void;
  /** The composer is gone, or nobody writes in it. */
  leave(): void;
  /** A gesture that sends. Synchronous: the decision is made from what is known now. */
  send(composer: Composer, repeat: boolean): Decision;
  /**
   * What `send` would decide, without holding or recording: for the first half of a press. The check of one that is alone begins
   * with it; of several, to look at one would undo what a person has approved in another.
   */
  wouldSend(composer: Composer, isAlone: boolean): Decision;
  tell(event: GateEvent): void;
  /** Opens the card on the practice's own replies. @returns false where there are none, or no box to put them into */
  openSearch(): boolean;
}

export interface GuardOptions {
  readonly ask: Ask;
  readonly signal: AbortSignal;
  /** Finds the box at hand again after the site has replaced its node. */
  readonly refind: (name: string) => Composer | undefined;
  /** The other boxes of the page, which the card had better not cover. */
  readonly otherBoxes: (current: HTMLElement) => readonly HTMLElement[];
  readonly onChange: (guard: Guard) => void;
  /** The worker is to say the settings, in answer to this request. */
  readonly wake: (request: number) => void;
}

export function createGuard({ ask, signal, refind, otherBoxes, onChange, wake }: GuardOptions): Guard {
  const attempts = createAttempts(ask, signal);
  const files = createFiles();
  const holdRecord = createHoldRecord(() => present());
  let gate = initialState;
  let composer: Composer | undefined;
  let marks: Marks | undefined;
  /** The draft of which it is on its way to the record that nothing is wrong with it. */
  let disputing: string | undefined;

  const composerName = ({ site, surface, pattern, overrides }: Composer): string =>
    `${site}/${surface}/${pattern?.id ?? (overrides.length > 0 ? "named" : "unknown")}`;

  /** Without the pattern: a box may become known only when its send button appears, with its picture long chosen. */
  const filesName = ({ site, surface }: Composer): string => `${site}/${surface}`;

  function read(at: Composer, isSettled = false): Observed {
    const text = editors[at.kind].read(at.box);
    if (text.trim() === "") files.emptied(filesName(at));
    const attachments = files.merge(filesName(at), readAttachments(at));
    const composer = composerName(at);
    const isKnown = gate.current?.composer === composer;
    const problem =
      isSettled || !isKnownBox(at) ? watchProblem(at) : isKnown ? gate.current?.problem : undefined;
    return {
      composer,
      problem,
      unverified: isUnverified(at),
      draft: {
        text,
        site: at.site,
        surface: at.surface,
        thread: readThread(at),
        ...(attachments.length > 0 ? { attachments } : {}),
      },
    };
  }

  const currentBox = (): Composer | undefined => {
    if (composer?.box.isConnected) return composer;
    const name = gate.current?.composer;
    composer = name === undefined ? undefined : refind(name);
    return composer;
  };

  function tell(event: GateEvent): Decision | undefined {
    const { state, effects, decision } = step(gate, event);
    const changed = state !== gate;
    gate = state;
    for (const effect of effects) {
      if (effect.type === "record") {
        const recording = attempts.record(effect.outcome, effect.draft, effect.reason);
        if (decision === "hold") holdRecord.wait(recording);
      } else if (effect.type === "ask") void askToGoOn(effect);
      else if (effect.type === "wake") wake(effect.request);
      else void check(effect.request, effect.draft);
    }
    if (changed) {
      // What a person did with another draft is forgotten with it.
      if (marksNow().key === "") marks = undefined;
      if (!putIn.canUndo() && !putIn.isWriting()) putIn.forget();
      present();
      onChange(guard);
    }
    return decision;
  }

  function present(): void {
    const { expanded = false, ...done } = marksNow();
    const view = toView(gate, expanded, holdRecord.now(), { ...done, canUndo: putIn.canUndo() });
    presenter.present(view, currentBox(), verdictOf(gate)?.verdict.findings ?? []);
    media.draw();
  }

  async function check(request: number, draft: Observed["draft"]): Promise<void> {
    if (draft.text.length > draftLimit) {
      tell({ type: "refused", request, code: "too-long" });
      return;
    }
    const used = putIn.used();
    const answer = await ask.ask("draft.check", used.length > 0 ? { draft, used: [...used] } : { draft });
    tell(
      answer.ok
        ? { type: "answer", request, checked: answer.value }
        : { type: "refused", request, code: answer.code },
    );
  }

  /** It counts when it is on record, and not before. */
  async function askToGoOn({ request, id, draft, code, reason }: Extract<Effect, { type: "ask" }>) {
    const body = { id, draft, ...(reason !== undefined && { reason: reason.slice(0, reasonLimit) }) };
    const failed = { problem: "failed", wait: 0 } as const;
    let outcome: Response<WorkerChannels, "attempt.approve"> | typeof failed = failed;
    if (code === undefined) {
      const answer = await ask.ask("attempt.record", { ...body, outcome: "posted-anyway" });
      if (answer.ok) outcome = { problem: null, wait: 0 };
    } else {
      const answer = await ask.ask("attempt.approve", { ...body, code });
      if (answer.ok) outcome = answer.value;
    }
    tell({ type: "code", request, ...outcome });
    if (outcome.problem === null && isApproved(gate)) toBox();
  }

  const toBox = (): void => currentBox()?.box.focus({ preventScroll: true });

  const marksNow = (): Marks => (gate.current && marks?.key === keyOf(gate.current) ? marks : { key: "" });

  function mark(done: Omit<Marks, "key">): void {
    if (gate.current) marks = { ...marksNow(), ...done, key: keyOf(gate.current) };
    present();
  }

  /** The card says that it is on record, and not before it is. */
  async function dispute(): Promise<void> {
    const { current } = gate;
    if (!current || keyOf(current) === disputing) return;
    const key = keyOf(current);
    disputing = key;
    card.tell(t("card_putting_on_record"));
    await attempts.record("disputed", current.draft, undefined);
    disputing = undefined;
    if (!gate.current || keyOf(gate.current) !== key) return;
    mark({ disputed: true });
    card.say(t("card_disputed"));
  }

  function openSearch(): boolean {
    mark({ searching: true });
    return !card.region.hidden;
  }

  async function search(query: string): Promise<FoundReplies | undefined> {
    const { current } = gate;
    const answer = current && (await ask.ask("replies.search", { query, draft: current.draft }));
    return answer?.ok ? answer.value : undefined;
  }

  const card = createCard({
    use: (text) => void putIn.put(text),
    copy: (text) => void putIn.copy(text),
    problemOf: (text) => putIn.problemOf(text),
    search,
    resized: () => presenter.resized(),
    undo: () => void putIn.undo(),
    dispute: () => void dispute(),
    postAnyway(given, digits) {
      const reason = given === "" ? undefined : given;
      const code = digits === "" ? undefined : digits;
      tell({ type: "approve", id: crypto.randomUUID(), reason, code });
    },
    attest: (event) => void media.press(event),
    retry: () => tell({ type: "retry" }),
    expand: () => mark({ expanded: true }),
    dismiss: () => {
      marks = undefined;
      putIn.forget();
      presenter.hide(gate.current && keyOf(gate.current));
      tell({ type: "dismiss" });
      toBox();
    },
  });
  const media = createMedia({
    slot: card.media,
    tick: card.tick,
    ask: ask.ask,
    t,
    plural,
    draft: () => gate.current?.draft,
    attest: (isGiven) => tell({ type: "attest", isGiven }),
    isAttested: () => gate.attested !== undefined,
    say: (words) => card.say(words),
    resized: () => presenter.resized(),
  });
  const putIn = createPutIn({
    ask,
    attempts,
    gate: () => gate,
    currentBox,
    observe: (at) => void tell({ type: "observe", observed: read(at) }),
    say: (words) => card.tell(words),
  });
  const presenter = createPresenter(
    card,
    () => gate.current && keyOf(gate.current),
    currentBox,
    otherBoxes,
    signal,
  );

  const guard: Guard = {
    card,
    addFiles(at, chosen) {
      files.add(filesName(at), chosen);
      guard.observe(at);
      media.add(chosen);
    },
    composerName,
    isWriting: () => putIn.isWriting(),
    openSearch,
    state: () => gate,
    observe(at, isSettled) {
      composer = at;
      tell({ type: "observe", observed: read(at, isSettled) });
    },
    leave: () => void tell({ type: "observe", observed: undefined }),
    send(at, repeat) {
      composer = at;
      const observed = read(at);
      const decision = tell({ type: "send", observed, repeat }) ?? "hold";
      if (decision === "pass" && !isEmpty(observed.draft)) files.sent(filesName(at));
      return decision;
    },
    wouldSend(at, isAlone) {
      if (isAlone) guard.observe(at);
      return step(gate, { type: "send", observed: read(at), repeat: false }).decision ?? "hold";
    },
    tell: (event) => void tell(event),
    handlers: createPopupHandlers(() => gate, ask, putIn),
  };
  return guard;
}
