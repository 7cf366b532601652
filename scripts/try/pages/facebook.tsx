import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { find, isBareEnter } from "../../../test/pages/shared/dom.ts";
import { mountLexical } from "../../../test/pages/shared/lexical-box.ts";
import { ready } from "../../../test/pages/shared/sent.ts";
import { Avatar, Banner, Stars } from "./banner.tsx";
import type { Review } from "./reviews.ts";
import { facebookReviews } from "./reviews.ts";

/** The site's comment box: Lexical, sent by Enter without a modifier. */
function CommentBox({ id, onSent }: { readonly id: string; readonly onSent: (text: string) => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) throw new Error("the box is gone before it was mounted");
    mountLexical(box.current, {
      text: "rich",
      sendsOn: isBareEnter,
      onSent: () => onSent(window.sent.at(-1)?.text ?? ""),
    });
    // The editor stays with its element: the parts of this page are never taken down.
  }, []);
  return (
    <form role="presentation" onSubmit={(event) => event.preventDefault()}>
      <Avatar name="Harbor Aesthetics" />
      <div
        ref={box}
        id={id}
        className="box notranslate"
        role="textbox"
        contentEditable
        suppressContentEditableWarning
        spellCheck={false}
        tabIndex={0}
        aria-label="Write a comment…"
        data-placeholder="Comment as Harbor Aesthetics…"
      />
    </form>
  );
}

function ReviewArticle({ review }: { readonly review: Review }) {
  const [replies, setReplies] = useState<readonly string[]>([]);
  return (
    <div role="article" aria-labelledby={`author-${review.id}`} className="review">
      <header>
        <Avatar name={review.name} />
        <div>
          <h2>
            <a id={`author-${review.id}`} href="#">
              {review.name}
            </a>{" "}
            <span className="plain">{review.stars > 3 ? "recommends" : "doesn’t recommend"} this page</span>
          </h2>
          <Stars count={review.stars} /> <span className="soft">{review.when}</span>
        </div>
      </header>
      {review.text !== "" && (
        <div data-ad-preview="message">
          <div dir="auto" lang={review.language}>
            {review.text}
          </div>
        </div>
      )}
      <ul className="replies" aria-label={`Replies to ${review.name}`}>
        {replies.map((text, index) => (
          // Replies are only ever added at the end.
          <li key={index}>
            <Avatar name="Harbor Aesthetics" />
            <div role="article" aria-label="Comment by Harbor Aesthetics just now" className="bubble">
              <b>Harbor Aesthetics</b>
              <div dir="auto">{text}</div>
            </div>
          </li>
        ))}
      </ul>
      <CommentBox id={`box-${review.id}`} onSent={(text) => setReplies((before) => [...before, text])} />
    </div>
  );
}

function Page() {
  useEffect(ready, []);
  return (
    <>
      <Banner site="Facebook" />
      <main role="main">
        <h1>
          Harbor Aesthetics <span className="plain">Reviews</span>
        </h1>
        {facebookReviews.map((review) => (
          <ReviewArticle key={review.id} review={review} />
        ))}
      </main>
    </>
  );
}

createRoot(find("#root")).render(<Page />);
