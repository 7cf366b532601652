import { createRef } from "react";
// Draft.js was written for the synchronous updates of React 17, which the older entry point of React 18 keeps.
import { render } from "react-dom";
import { find } from "./shared/dom.ts";
import { DraftBox } from "./shared/draft-box.tsx";
import { ready, record } from "./shared/sent.ts";

/** One box of TikTok: Draft.js, which posts by Enter without Shift, and by a `div` beside it. */
function commentBox(place: string, label: string): void {
  const box = createRef<DraftBox>();
  let text = "";
  const post = (via: "enter" | "button"): void => {
    if (text.trim() === "") return;
    record({ text, via });
    text = "";
    box.current?.empty();
  };
  render(
    <div className="css-3-7937d88b--DivCommentFooter">
      <div data-e2e="comment-input">
        <DraftBox
          ref={box}
          label={label}
          sendsOn={(event) => event.key === "Enter" && !event.shiftKey && !event.isComposing}
          onSend={() => post("enter")}
          onText={(now) => (text = now)}
        />
      </div>
      <div
        data-e2e="comment-post"
        className="css-4-7937d88b--DivPostButton"
        role="button"
        tabIndex={0}
        aria-label="Post"
        onClick={() => post("button")}
      >
        Post
      </div>
    </div>,
    find(place),
  );
}

commentBox("#reply-place", "Add a reply...");
commentBox("#comment-place", "Add comment...");
ready();
