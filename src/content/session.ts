/** One frame's watch, from start to abort: listeners, the box at hand, what the worker is told. */
import type { BoxState, WatchReport } from "../contract/messages.ts";
import type { Ask } from "../platform/ask.ts";
import type { ContentHandlers } from "../platform/content-serve.ts";
import { useCardCatalog } from "../platform/i18n.ts";
import { currentPage, dropSite, isSelectorRefused, setSites } from "./frame.ts";
import { cardTypes, createGestures, gestureTypes } from "./gestures.ts";
import { createGuard } from "./guard.ts";
import { isForNow } from "./gate-state.ts";
import type { Guard } from "./guard.ts";
import type { Composer } from "./locate/composer.ts";
import { focusedComposer } from "./locate/focused-composer.ts";
import { scanComposers } from "./locate/scan-composers.ts";
import { isUnverified, watchProblem } from "./locate/watch-problem.ts";
import { toView } from "./view.ts";

export interface Session {
  readonly handlers: ContentHandlers;
  tellKnowledge(version: string): void;
}

/** After the last change, until the site has drawn what belongs to it. */
const settleMs = 150;

/** Between two looks at the whole page for boxes nobody has touched yet. */
const scanMs = 1000;
/** That these are not allowed says that the worker does not know this site. */
const asksOfSite: ReadonlySet<string> = new Set(["knowledge.wake", "draft.check"]);
/** A check that is still running after this long is worth telling; shorter ones would tell of every letter. */
const checkingMs = 300;

export function createSession(askWorker: Ask, signal: AbortSignal): Session {
  const ask: Ask = {
    ...askWorker,
    async ask(channel, body) {
      const answer = await askWorker.ask(channel, body);
      const isRefused = !answer.ok && answer.code === "not-allowed";
      if (isRefused && asksOfSite.has(channel) && dropSite()) relook();
      return answer;
    },
  };
  let at: Composer | undefined;
  let lookPending = false;
  let lookTimer: ReturnType<typeof setTimeout> | undefined;
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  let scanTimer: ReturnType<typeof setTimeout> | undefined;
  let checkingTimer: ReturnType<typeof setTimeout> | undefined;
  let reported = "";
  let isActive = false;

  const guard: Guard = createGuard({
    ask,
    signal,
    refind,
    otherBoxes,
    onChange: report,
    wake: (request) => void wake(request),
  });

  function refind(name: string): Composer | undefined {
    const page = currentPage();
    if (!page) return undefined;
    const composer = focusedComposer(page);
    if (composer && guard.composerName(composer) === name) return composer;
    return scanComposers(document, page).find((found) => guard.composerName(found) === name);
  }

  function otherBoxes(current: HTMLElement): HTMLElement[] {
    const page = currentPage();
    const boxes = page ? scanComposers(document, page).map(({ box }) => box) : [];
    return boxes.filter((box) => box !== current);
  }

  // --- what changes without an event of its own -----------------------------------------------------------------

  /** Lexical and Draft.js cancel the browser's input and write themselves: no `input` event, but nodes change. */
  const boxChanges = new MutationObserver(() => lookSoon());
  /** Of a feed that changes all the time, one change a look is enough: each more is a record that the browser has to make. */
  const pageChanges = new MutationObserver(() => {
    pageChanges.disconnect();
    scanTimer ??= setTimeout(scan, scanMs);
  });
  /** `document.open()` throws away every listener and every node; an observer of the document itself outlives it. */
  const rebirth = new MutationObserver(() => arm());

  function lookSoon(): void {
    if (lookPending) return;
    lookPending = true;
    queueMicrotask(() => look());
    // Frameworks may change the text once more when their own handlers run. In nodes that is noticed, in a value it is not.
    if (at?.kind === "textarea")
      lookTimer ??= setTimeout(() => {
        lookTimer = undefined;
        look();
      });
    clearTimeout(settleTimer);
    settleTimer = setTimeout(look, settleMs, true);
  }

  function look(isSettled = false): void {
    lookPending = false;
    if (!at || signal.aborted) return;
    if (at.box.isConnected) {
      const page = isSettled && currentPage();
      const again = page && focusedComposer(page);
      // What is written in it may be for somebody else by now.
      if (again && again.box === at.box) at = again;
      guard.observe(at, isSettled);
      return;
    }
    // The site has put another node in its place (Instagram does at every input).
    const again = refind(guard.composerName(at));
    if (again) onComposer(again);
    else guard.leave();
  }

  function onComposer(composer: Composer): void {
    if (composer.box !== at?.box) {
      boxChanges.disconnect();
      boxChanges.observe(composer.box, { subtree: true, childList: true, characterData: true });
      watchRoot(composer.box);
    }
    at = composer;
    lookSoon();
  }

  /** The worker is woken before there is anything to check, and learns which frame is written in. */
  function onFocus(composer: Composer): void {
    isActive = true;
    reported = "";
    onComposer(composer);
    guard.tell({ type: "wake" });
    tellState(lastSeen);
  }

  /** `submit` and `change` do not leave a shadow tree, so its root is listened to as well. */
  function watchRoot(box: HTMLElement): void {
    const root = box.getRootNode();
    if (!(root instanceof ShadowRoot)) return;
    for (const type of ["submit", "change"]) root.addEventListener(type, onEvent, { capture: true, signal });
  }

  function onWriting(target: EventTarget | null): boolean {
    const isAtHand = target instanceof Node && at?.box.isConnected === true && at.box.contains(target);
    if (isAtHand) lookSoon();
    return isAtHand;
  }

  function onFiles(
    composer: Composer | undefined,
    input: EventTarget | undefined,
    files: Iterable<File>,
  ): void {
    const page = currentPage();
    if (!page) return;
    const near = (found: Composer): boolean => input instanceof Node && found.scope.contains(input);
    const found = composer ?? (at && near(at) ? at : (scanComposers(document, page).find(near) ?? at));
    if (!found) return;
    onComposer(found);
    guard.addFiles(found, files);
  }

  // --- listeners ------------------------------------------------------------------------------------------------

  const onEvent = createGestures(guard, { onComposer, onFocus, onWriting, onFiles });
  const onCardEvent = (event: Event): void => {
    if (event.target === guard.card.host) event.stopImmediatePropagation();
  };
  const onShortcut = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.code !== "KeyG" || !event.altKey || !event.shiftKey) return;
    if (guard.card.region.hidden && !guard.openSearch()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    guard.card.focus();
  };

  /** Adding a listener that is there already does nothing, so this may run at any time. */
  function arm(): void {
    if (signal.aborted) return;
    const options = { capture: true, signal } as const;
    addEventListener("keydown", onShortcut, options);
    addEventListener("pageshow", onShow, options);
    for (const type of gestureTypes) addEventListener(type, onEvent, options);
    for (const type of cardTypes) addEventListener(type, onCardEvent, { ...options, passive: true });
    awaitChange();
  }

  // --- the worker -----------------------------------------------------------------------------------------------

  async function wake(request: number): Promise<void> {
    const answer = await ask.ask("knowledge.wake", {});
    if (!answer.ok) return;
    const { sites, words, ...settings } = answer.value;
    // What policy says of the boxes comes first: the box at hand may be another one by it.
    const isTaken = isForNow(guard.state(), request, settings.knowledge);
    if (isTaken) useCardCatalog(words ?? undefined);
    if (isTaken && setSites(sites, settings.surfacesOff)) relook();
    guard.tell({ type: "settings", request, ...settings });
  }

  /** What is known of the boxes has changed: nothing that was found before counts. */
  function relook(): void {
    const page = currentPage();
    const focused = page && focusedComposer(page);
    if (focused) onComposer(focused);
    else {
      at = undefined;
      guard.leave();
    }
    scanTimer ??= setTimeout(scan);
  }

  /** The browser kept this page while somebody was elsewhere, and told it nothing: what it knows may be old. */
  function onShow({ persisted, isTrusted }: PageTransitionEvent): void {
    if (persisted && isTrusted) tellKnowledge("");
  }

  function tellKnowledge(knowledge: string): void {
    guard.tell({ type: "knowledge", knowledge });
  }

  function report(): void {
    scanTimer ??= setTimeout(scan, scanMs);
    tellState(lastSeen);
  }

  let lastSeen: Omit<WatchReport, "state" | "active"> = { watching: [], notWatching: [] };

  function awaitChange(): void {
    if (document.documentElement)
      pageChanges.observe(document.documentElement, { subtree: true, childList: true });
  }

  function scan(): void {
    scanTimer = undefined;
    if (signal.aborted) return;
    awaitChange();
    const page = currentPage();
    if (!page) {
      // Dropped: what was told of it before counts no longer, and the worker takes nothing more from here.
      lastSeen = { watching: [], notWatching: [] };
      return;
    }
    guard.card.keepMessages();
    const found = scanComposers(document, page);
    if (at && !at.box.isConnected && !found.some((composer) => composer.box === at?.box)) {
      const again = refind(guard.composerName(at));
      if (again) onComposer(again);
      else guard.leave();
    }
    const problems = found.map(watchProblem);
    tellState({
      watching: found.flatMap((composer, index) => (problems[index] ? [] : composer.surface)).slice(0, 200),
      notWatching: [
        ...problems.flatMap((problem) => problem ?? []),
        ...(isSelectorRefused() ? (["refused-selector"] as const) : []),
      ].slice(-200),
      ...(found.some(isUnverified) && { unverified: true }),
    });
  }

  function tellState(seen: typeof lastSeen, isLate = false): void {
    lastSeen = seen;
    const state: BoxState = toView(guard.state(), false).state;
    if (state === "checking" && !isLate) {
      checkingTimer ??= setTimeout(() => tellState(lastSeen, true), checkingMs);
      return;
    }
    clearTimeout(checkingTimer);
    checkingTimer = undefined;
    const body: WatchReport = { ...seen, state, active: isActive };
    const wanted = JSON.stringify(body);
    // A frame in which nothing was ever to be watched has nothing to say.
    const isNothing = reported === "" && seen.watching.length + seen.notWatching.length === 0 && !isActive;
    if (wanted === reported || isNothing) return;
    reported = wanted;
    void ask.ask("watch.report", body);
  }

  ask.onOrphan(() => guard.tell({ type: "orphan" }));
  signal.addEventListener("abort", () => {
    for (const timer of [scanTimer, lookTimer, settleTimer, checkingTimer]) clearTimeout(timer);
    for (const observer of [boxChanges, pageChanges, rebirth]) observer.disconnect();
  });
  rebirth.observe(document, { childList: true });
  arm();
  const page = currentPage();
  const before = page && focusedComposer(page);
  if (before) onFocus(before);
  scanTimer ??= setTimeout(scan, scanMs);

  return { handlers: guard.handlers, tellKnowledge };
}
