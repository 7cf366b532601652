/**
 * The page's events, in the window's capture phase from `document_start` on: before any listener of the site. A gesture that
 * sends is passed or stopped here, synchronously; every other event only tells the guard that it may be time to look.
 */
import type { Guard } from "./guard.ts";
import { currentPage } from "./frame.ts";
import type { Composer } from "./locate/composer.ts";
import { findComposer } from "./locate/find-composer.ts";
import { isSendKey } from "./locate/is-send-key.ts";
import { mentionListOpen } from "./locate/mention-list-open.ts";
import { sentByControl, sentByForm, withOthers } from "./locate/sent-composers.ts";
import { innerPath } from "./inner-path.ts";

/** An input method takes this key: the text is still being composed (UI Events §5.2; 229 where `isComposing` is late). */
const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === 229 || event.key === "Process";

/** By what it has, not by its class: a site may make an event with the classes of another frame. */
const isKey = (event: Event): event is KeyboardEvent => "key" in event && "shiftKey" in event;
const isInput = (event: Event): event is InputEvent => "inputType" in event;
const breaksLine = ({ inputType }: InputEvent): boolean =>
  inputType === "insertParagraph" || inputType === "insertLineBreak";

const stop = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

export interface Gestures {
  /** Called with the box that is written in, at each event that may have changed it. */
  readonly onComposer: (composer: Composer) => void;
  /** The box has taken the focus: a draft is about to be written. */
  readonly onFocus: (composer: Composer) => void;
  /** Each letter comes here. @returns false where it was not written in the box at hand, which then has to be looked for */
  readonly onWriting: (target: EventTarget | null) => boolean;
  readonly onFiles: (
    composer: Composer | undefined,
    input: EventTarget | undefined,
    files: Iterable<File>,
  ) => void;
}

/** @returns one listener for every event type in `gestureTypes` */
export function createGestures(
  guard: Guard,
  { onComposer, onFocus, onWriting, onFiles }: Gestures,
): (event: Event) => void {
  /** Between the keydown and the keyup of an Enter: what it types is the same gesture. */
  let enterDown = false;

  const composerAt = (path: readonly EventTarget[]): Composer | undefined => {
    const page = currentPage();
    return page && findComposer(path, page);
  };

  /** @returns whether it was held */
  const decide = (event: Event, composer: Composer, repeat = false): boolean => {
    onComposer(composer);
    const isHeld = guard.send(composer, repeat) === "hold";
    if (isHeld) stop(event);
    return isHeld;
  };

  /** A press on a send control, by keyboard or pointer. @returns whether it was one */
  const onControl = (
    event: Event,
    path: readonly EventTarget[],
    isWhole: boolean,
    repeat = false,
  ): boolean => {
    const page = currentPage();
    const sent = page ? sentByControl(path, page) : [];
    if (isWhole) sent.some((composer) => decide(event, composer, repeat));
    else if (sent.some((composer) => guard.wouldSend(composer, sent.length === 1) === "hold")) stop(event);
    return sent.length > 0;
  };

  const onKeydown = (event: KeyboardEvent, path: readonly EventTarget[]): void => {
    if (event.key !== "Enter" && event.key !== " ") return;
    if (isComposing(event)) return;
    const composer = composerAt(path);
    if (!composer) {
      onControl(event, path, true, event.repeat);
      return;
    }
    if (event.key === " ") return;
    enterDown = true;
    if (!isSendKey(event, composer)) return;
    if (mentionListOpen(composer)) return;
    const page = currentPage();
    if (page) withOthers(composer, page).some((one) => decide(event, one, event.repeat));
  };

  const onKeypress = (event: KeyboardEvent, path: readonly EventTarget[]): void => {
    if (event.key !== "Enter" || isComposing(event)) return;
    const composer = composerAt(path);
    if (composer && isSendKey(event, composer) && !mentionListOpen(composer))
      decide(event, composer, event.repeat);
  };

  const onBeforeinput = (event: InputEvent, path: readonly EventTarget[]): void => {
    const composer = composerAt(path);
    if (!composer) return;
    // The text before the change: an approval given for it must not outlive the box being emptied by the site.
    if (guard.state().approval) guard.observe(composer);
    if (!breaksLine(event) || enterDown || event.isComposing) return;
    // A virtual keyboard or a tool breaks the line without a key: on a site that sends with Enter, that may send.
    const bare = { key: "Enter", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    if (isSendKey(bare, composer) && !mentionListOpen(composer)) decide(event, composer);
  };

  /** Most events of somebody who writes: where they happened need not be looked for, which takes longer than all the rest. */
  const isIdle = (event: Event): boolean => {
    if (isKey(event)) return event.key !== "Enter" && event.key !== " ";
    return event.type === "beforeinput" && isInput(event) && !breaksLine(event) && !guard.state().approval;
  };

  /** Of a person only: a page could make files up, and learn from the card which of their names is on the list of patients. */
  const filesOf = (event: Event, input?: EventTarget): FileList | null | undefined => {
    if (!event.isTrusted) return undefined;
    if (input instanceof HTMLInputElement) return input.files;
    const { clipboardData, dataTransfer }: Partial<ClipboardEvent & DragEvent> = event;
    return (clipboardData ?? dataTransfer)?.files;
  };

  const onSubmit = (event: Event, path: readonly EventTarget[]): void => {
    const page = currentPage();
    const form = path.find((target) => target instanceof HTMLFormElement);
    if (page && form) sentByForm(form, page).some((composer) => decide(event, composer));
  };

  const listen = (event: Event, path: readonly EventTarget[]): void => {
    switch (event.type) {
      case "keydown":
        return isKey(event) ? onKeydown(event, path) : undefined;
      case "keyup":
        if (isKey(event) && event.key === "Enter") enterDown = false;
        return;
      case "keypress":
        return isKey(event) ? onKeypress(event, path) : undefined;
      case "beforeinput":
        return isInput(event) ? onBeforeinput(event, path) : undefined;
      case "click":
        onControl(event, path, true);
        return;
      case "pointerdown":
      case "mousedown":
      case "pointerup":
      case "mouseup":
      case "touchend":
        onControl(event, path, false);
        return;
      case "submit":
        return onSubmit(event, path);
      case "compositionend": {
        const composer = composerAt(path);
        // Lexical takes a composition that ends in a newline for an Enter.
        if (composer && "data" in event && String(event.data).endsWith("\n")) decide(event, composer);
        else if (composer) onComposer(composer);
        return;
      }
      case "paste":
      case "drop": {
        const files = filesOf(event);
        const composer = composerAt(path);
        if (files?.length) onFiles(composer, path[0], files);
        else if (composer) onComposer(composer);
        return;
      }
      case "change": {
        const [input] = path;
        const files = filesOf(event, input);
        if (files?.length) onFiles(undefined, input, files);
        return;
      }
      default: {
        const composer = composerAt(path);
        if (composer) (event.type === "focusin" ? onFocus : onComposer)(composer);
      }
    }
  };

  return (event) => {
    if (guard.isWriting() && !event.isTrusted) return;
    // Of what happens inside the card the window is told this. A whole path is dear: in Firefox each node of it is wrapped.
    if (event.target === guard.card.host) {
      guard.card.handle(event);
      // The site must not hear what is pressed in the card, nor take the focus back from it.
      event.stopImmediatePropagation();
      return;
    }
    if (isIdle(event) || (event.type === "input" && onWriting(event.target))) return;
    const path = innerPath(event);
    try {
      listen(event, path);
    } catch {
      // Whatever failed, a draft that was not checked is not let go. The error may quote it, so it goes nowhere.
      if (maySend(event, path)) stop(event);
    }
  };
}

function maySend(event: Event, path: readonly EventTarget[]): boolean {
  if (event.type === "submit") return true;
  if (isKey(event)) return event.type !== "keyup" && event.key === "Enter";
  return (
    event.type === "click" &&
    path.some((target) => target instanceof Element && target.matches("button, [role=button], [type=submit]"))
  );
}

export const gestureTypes = [
  "keydown",
  "keyup",
  "keypress",
  "beforeinput",
  "input",
  "compositionend",
  "focusin",
  "click",
  "pointerdown",
  "mousedown",
  "pointerup",
  "mouseup",
  "touchend",
  "submit",
  "paste",
  "drop",
  "change",
] as const;

/** Stopped before the site only when they come from inside the card. */
export const cardTypes = [
  "focus",
  "focusout",
  "blur",
  "auxclick",
  "contextmenu",
  "wheel",
  "dblclick",
] as const;
