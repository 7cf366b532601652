// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { x } from "../../../src/adapters/further/x.ts";
import { guardOwnPage } from "../../../src/content/frame.ts";
import { createGestures } from "../../../src/content/gestures.ts";
import { createGuard } from "../../../src/content/guard.ts";
import type { Ask } from "../../../src/platform/ask.ts";
import type { Draft } from "../../../src/engine/model.ts";

const markup = `
  <div role="dialog">
    <div data-testid="tweetTextarea_0" contenteditable="true">Flagged.</div>
    <div data-testid="tweetTextarea_1" contenteditable="true">Our hours are 9 to 5.</div>
    <button data-testid="tweetButton">Post all</button>
  </div>`;

const finding = {
  rule: "r",
  category: "health",
  level: "warn",
  start: 0,
  end: 7,
  why: "",
  source: "",
} as const;
const answers = {
  "draft.check": ({ draft: { text } }: { draft: Draft }) => {
    const isFlagged = text.startsWith("Flagged");
    return {
      knowledge: "k",
      verdict: {
        verdict: isFlagged ? "warn" : "allow",
        findings: isFlagged ? [finding] : [],
        alternatives: [],
      },
      permission: {
        postAnyway: true,
        reasonRequired: false,
        reasons: [],
        freeText: true,
        secondPerson: false,
      },
      note: false,
    };
  },
};

it("of a thread, what was approved stays so while the pointer goes down on what sends all of it", async () => {
  document.body.innerHTML = markup;
  guardOwnPage(() => ({ host: "x.com", path: "/compose/post", adapter: x }));
  const ask = async (channel: string, body: { draft: Draft }) => ({
    ok: true,
    value: channel === "draft.check" ? answers["draft.check"](body) : { done: true },
  });
  const guard = createGuard({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the channels are answered in their shapes
    ask: { ask, orphaned: () => false, onOrphan: () => {} } as unknown as Ask,
    signal: new AbortController().signal,
    refind: () => undefined,
    otherBoxes: () => [],
    onChange: () => {},
    wake: () => {},
  });
  const listener = createGestures(guard, {
    onComposer: (composer) => guard.observe(composer),
    onFocus: () => {},
    onWriting: () => false,
    onFiles: () => {},
  });
  const button = document.querySelector("button");
  const fire = (target: Element | null, type: string): boolean => {
    const event = new MouseEvent(type, { bubbles: true, cancelable: true, composed: true });
    addEventListener(type, listener, { capture: true, once: true });
    target?.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const press = async (): Promise<boolean> => {
    const held = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"].map((type) =>
      fire(button, type),
    );
    await new Promise((resolve) => setTimeout(resolve));
    return held.at(-1) === true;
  };
  for (const box of document.querySelectorAll("[contenteditable]")) fire(box, "input");
  await new Promise((resolve) => setTimeout(resolve));
  expect(guard.state().verdicts.size).toBe(2);
  expect(await press()).toBe(true);
  guard.tell({ type: "approve", id: "1", reason: undefined, code: undefined });
  await new Promise((resolve) => setTimeout(resolve));
  expect(await press()).toBe(false);
});
