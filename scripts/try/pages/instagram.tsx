import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { find } from "../../../test/pages/shared/dom.ts";
import { ready, record } from "../../../test/pages/shared/sent.ts";
import { Avatar, Banner } from "./banner.tsx";
import type { Comment } from "./reviews.ts";
import { instagramComments } from "./reviews.ts";

const own = "harboraesthetics";
const people = [own, ...instagramComments.map(({ handle }) => handle)];

interface FormProps {
  readonly text: string;
  readonly box: React.RefObject<HTMLTextAreaElement>;
  readonly onText: (text: string) => void;
  readonly onPosted: (text: string) => void;
}

/** The site's comment form: a controlled text area, sent by the key press of Enter or by "Post", which is there with text only. */
function CommentForm({ text, box, onText, onPosted }: FormProps) {
  const [closed, setClosed] = useState(false);
  const handle = /(?:^|\s)@([\w.]*)$/.exec(text)?.[1];
  const matches = handle === undefined || closed ? [] : people.filter((name) => name.startsWith(handle));
  const pick = (name: string): void => onText(text.replace(/@[\w.]*$/, `@${name} `));
  const post = (via: "enter" | "button"): void => {
    if (text.trim() === "") return;
    record({ text, via });
    onPosted(text);
    onText("");
    box.current?.focus();
  };
  return (
    <form method="POST" onSubmit={(event) => event.preventDefault()}>
      {matches.length > 0 && (
        <div role="listbox" aria-label="Mentions">
          {matches.map((name, index) => (
            <div
              key={name}
              role="option"
              tabIndex={-1}
              aria-selected={index === 0}
              onClick={() => pick(name)}
            >
              {name}
            </div>
          ))}
        </div>
      )}
      <textarea
        id="box"
        ref={box}
        rows={1}
        aria-label="Add a comment…"
        placeholder="Add a comment…"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setClosed(false);
          onText(event.target.value);
        }}
        onKeyDown={(event) => {
          const first = matches[0];
          if (first === undefined) return;
          if (event.key === "Escape") setClosed(true);
          if (event.key !== "Enter" && event.key !== "Tab") return;
          event.preventDefault();
          pick(first);
        }}
        onKeyPress={(event) => {
          if (event.key !== "Enter" || event.shiftKey) return;
          event.preventDefault();
          post("enter");
        }}
      />
      {text.trim() !== "" && (
        <div
          role="button"
          tabIndex={0}
          onClick={() => post("button")}
          onKeyDown={(event) => {
            if (event.key === "Enter" || event.key === " ") post("button");
          }}
        >
          Post
        </div>
      )}
    </form>
  );
}

function Row({ comment, onReply }: { readonly comment: Comment; readonly onReply: () => void }) {
  return (
    <li>
      <Avatar name={comment.handle} />
      <div>
        <a href={`/${comment.handle}/`} role="link">
          <span>{comment.handle}</span>
        </a>{" "}
        <span dir="auto">{comment.text}</span>
        <div className="soft">
          <time>{comment.when}</time>
          <div role="button" tabIndex={0} onClick={onReply}>
            Reply
          </div>
        </div>
      </div>
    </li>
  );
}

function Page() {
  const [comments, setComments] = useState(instagramComments);
  const [text, setText] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(ready, []);
  return (
    <>
      <Banner site="Instagram" />
      <main role="main">
        <article>
          <div className="picture" aria-hidden="true">
            <span>Open house</span>
            <span>Friday, 4 to 7</span>
          </div>
          <div className="side">
            <ul className="comments">
              <li>
                <Avatar name="Harbor Aesthetics" />
                <div>
                  <a href={`/${own}/`} role="link">
                    <span>{own}</span>
                  </a>{" "}
                  <span dir="auto">Fall open house on Friday, 4 to 7. Everybody is welcome.</span>
                </div>
              </li>
              {comments.map((comment, index) => (
                <Row
                  // Comments are only ever added at the end.
                  key={index}
                  comment={comment}
                  onReply={() => {
                    setText(`@${comment.handle} `);
                    box.current?.focus();
                  }}
                />
              ))}
            </ul>
            <section>
              <CommentForm
                text={text}
                box={box}
                onText={setText}
                onPosted={(posted) =>
                  setComments((before) => [...before, { handle: own, when: "now", text: posted }])
                }
              />
            </section>
          </div>
        </article>
      </main>
    </>
  );
}

createRoot(find("#root")).render(<Page />);
