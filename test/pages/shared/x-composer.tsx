import { createRef } from "react";
import { render } from "react-dom";
import { DraftBox } from "./draft-box.tsx";
import { record } from "./sent.ts";

interface Options {
  readonly place: HTMLElement;
  readonly boxes: number;
  readonly button: "tweetButton" | "tweetButtonInline";
}

/**
 * The composer of X: boxes made with Draft.js, which Ctrl or ⌘ with Enter sends from any of them, and one button. All parts of a
 * thread go out together, each as a post of its own.
 */
export function xComposer({ place, boxes, button }: Options): void {
  const parts = Array.from({ length: boxes }, () => ({ box: createRef<DraftBox>(), text: "" }));
  const send = (via: "enter" | "button"): void => {
    if (parts.every(({ text }) => text.trim() === "")) return;
    for (const part of parts) {
      if (part.text.trim() !== "") record({ text: part.text, via });
      part.text = "";
      part.box.current?.empty();
    }
  };
  render(
    <div>
      {parts.map((part, at) => (
        <div key={at} data-testid={`tweetTextarea_${at}RichTextInputContainer`}>
          <DraftBox
            ref={part.box}
            label="Post text"
            testId={`tweetTextarea_${at}`}
            sendsOn={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey)}
            onSend={() => send("enter")}
            onText={(now) => (part.text = now)}
          />
        </div>
      ))}
      <div data-testid="toolBar">
        <button type="button" aria-label="Add emoji">
          ☺
        </button>
        <button type="button" data-testid={button} onClick={() => send("button")}>
          <span>Post</span>
        </button>
      </div>
    </div>,
    place,
  );
}
