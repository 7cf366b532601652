// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { facebook } from "../../../src/adapters/facebook.ts";
import type { Card } from "../../../src/content/card/card.ts";
import { createGestures } from "../../../src/content/gestures.ts";
import type { Gestures } from "../../../src/content/gestures.ts";
import { initialState } from "../../../src/content/gate-state.ts";
import type { Decision } from "../../../src/content/gate-state.ts";
import type { Guard } from "../../../src/content/guard.ts";
import type { Composer } from "../../../src/content/locate/composer.ts";

const markup = `
  <form role="presentation">
    <div role="textbox" contenteditable="true" data-lexical-editor="true" aria-label="Write a comment"><p>Thanks!</p></div>
  </form>
  <button id="other">Other</button>`;

/** A guard that decides as it is told, and notes what it was asked. */
function guardThat(decision: Decision | (() => never)) {
  const asked: string[] = [];
  const decide = (what: string): Decision => {
    asked.push(what);
    return typeof decision === "function" ? decision() : decision;
  };
  const card: Pick<Card, "host" | "handle"> = {
    host: document.createElement("reply-guard"),
    handle: () => {},
  };
  const guard = {
    card: card as Card,
    isWriting: () => false,
    state: () => initialState,
    observe: () => {},
    send: (_composer: Composer, repeat: boolean) => decide(repeat ? "repeat" : "send"),
    wouldSend: () => decide("would"),
  } as unknown as Guard;
  return { guard, asked };
}

function arrange(decision: Decision | (() => never)) {
  document.body.innerHTML = markup;
  const box = document.querySelector<HTMLElement>("[role=textbox]");
  if (!box) throw new Error("no box");
  const { guard, asked } = guardThat(decision);
  const onComposer = vi.fn<(composer: Composer) => void>();
  const onFiles = vi.fn<Gestures["onFiles"]>();
  const listener = createGestures(guard, {
    onComposer,
    onFocus: onComposer,
    onWriting: () => false,
    onFiles,
  });
  const fire = (event: Event, target: Element = box): Event => {
    const aborting = new AbortController();
    addEventListener(event.type, listener, { capture: true, signal: aborting.signal });
    target.dispatchEvent(event);
    aborting.abort();
    return event;
  };
  const key = (init: KeyboardEventInit): Event =>
    fire(
      new KeyboardEvent("keydown", {
        bubbles: true,
        cancelable: true,
        composed: true,
        key: "Enter",
        ...init,
      }),
    );
  return { asked, fire, key, onComposer, onFiles, guard };
}

beforeEach(() => {
  const { happyDOM } = window as Window & { happyDOM?: { setURL(url: string): void } };
  happyDOM?.setURL(`https://www.${facebook.hosts[0]}/harboraesthetics/posts/1`);
});

describe("gestures", () => {
  it("stops an Enter that is held, and leaves one that passes", () => {
    expect(arrange("hold").key({}).defaultPrevented).toBe(true);
    expect(arrange("pass").key({}).defaultPrevented).toBe(false);
  });

  it("asks about Enter alone, not about a new line or another key", () => {
    const { key, asked } = arrange("hold");
    key({ shiftKey: true });
    key({ key: "a" });
    key({ key: " " });
    expect(asked).toEqual([]);
  });

  it("says that a key repeats", () => {
    const { key, asked } = arrange("hold");
    key({ repeat: true });
    expect(asked).toEqual(["repeat"]);
  });

  it.each([
    ["isComposing", { isComposing: true }],
    ["keyCode 229", { keyCode: 229 }],
    ["Process", { key: "Process" }],
  ])("leaves an input method's Enter alone: %s", (_, init) => {
    const { key, asked } = arrange("hold");
    expect(key(init).defaultPrevented).toBe(false);
    expect(asked).toEqual([]);
  });

  it("stops a line break that came without a key", () => {
    const { fire } = arrange("hold");
    const event = new InputEvent("beforeinput", {
      bubbles: true,
      cancelable: true,
      composed: true,
      inputType: "insertParagraph",
    });
    expect(fire(event).defaultPrevented).toBe(true);
  });

  it("stops an Enter when deciding fails, whatever failed", () => {
    const { key } = arrange(() => {
      throw new Error("broken");
    });
    expect(key({}).defaultPrevented).toBe(true);
  });

  it("takes note of a picture that a person drops, and of none that a page makes up", () => {
    const { fire, onFiles } = arrange("pass");
    const photo = new File(["x"], "after.jpg", { type: "image/jpeg" });
    const drop = new DragEvent("drop", { bubbles: true, cancelable: true, composed: true });
    Object.defineProperty(drop, "dataTransfer", { value: { files: [photo] } });
    fire(drop);
    expect(onFiles).not.toHaveBeenCalled();
    Object.defineProperty(drop, "isTrusted", { value: true });
    fire(drop);
    expect(onFiles).toHaveBeenCalledTimes(1);
    expect(onFiles.mock.calls[0]?.[2]).toEqual([photo]);
  });

  it("lets the site hear nothing that happens in the card", () => {
    const { fire, guard } = arrange("pass");
    document.body.append(guard.card.host);
    const heard = vi.fn<() => void>();
    document.addEventListener("click", heard);
    fire(new MouseEvent("click", { bubbles: true, composed: true }), guard.card.host);
    document.removeEventListener("click", heard);
    expect(heard).not.toHaveBeenCalled();
  });
});
