import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { find } from "../../../test/pages/shared/dom.ts";
import { ready, record } from "../../../test/pages/shared/sent.ts";
import { Avatar, Banner, Stars } from "./banner.tsx";
import type { Review } from "./reviews.ts";
import { yelpReviews } from "./reviews.ts";

type Kind = "comment" | "message";

interface Answer {
  readonly kind: Kind;
  readonly text: string;
}

const said: Readonly<Record<Kind, string>> = {
  comment: "Your public comment",
  message: "Your direct message",
};

/** A review on the owner's page: the box is there only after "Comment" or "Direct message", Enter is a new line. */
function ReviewCard({ review }: { readonly review: Review }) {
  const [open, setOpen] = useState<Kind | undefined>();
  const [draft, setDraft] = useState("");
  const [answers, setAnswers] = useState<readonly Answer[]>([]);
  const send = (kind: Kind): void => {
    if (draft.trim() === "") return;
    record({ text: draft, via: "button" });
    setAnswers((before) => [...before, { kind, text: draft }]);
    setOpen(undefined);
    setDraft("");
  };
  return (
    <li id={`review-${review.id}`} className="review">
      <div className="passport">
        <Avatar name={review.name} />
        <span>{review.name}</span>
      </div>
      <div className="soft">
        <Stars count={review.stars} /> {review.when}
      </div>
      <p lang={review.language}>{review.text}</p>
      {answers.map(({ kind, text }, index) => (
        // Answers are only ever added at the end.
        <div className="answer" key={index}>
          <b>{said[kind]}</b>
          <div>{text}</div>
        </div>
      ))}
      <div className="row">
        <button type="button">Thank</button>
        <button type="button" className="message" onClick={() => setOpen("message")}>
          Direct message
        </button>
        <button type="button" className="comment" onClick={() => setOpen("comment")}>
          Comment
        </button>
      </div>
      {open !== undefined && (
        <div className="composer">
          <textarea
            value={draft}
            rows={3}
            spellCheck={false}
            placeholder={open === "comment" ? "Add a public comment" : "Send a direct message"}
            onChange={(event) => setDraft(event.target.value)}
          />
          <button type="button" className="send" onClick={() => send(open)}>
            <svg width="20" height="20" viewBox="0 0 16 16" role="img" aria-label="Send">
              <path d="M8 2 L13 7 L9 7 L9 14 L7 14 L7 7 L3 7 Z" fill="currentColor" />
            </svg>
          </button>
        </div>
      )}
    </li>
  );
}

function Page() {
  useEffect(ready, []);
  return (
    <>
      <Banner site="Yelp for Business" />
      <main>
        <h1>
          Reviews <span className="plain">Harbor Aesthetics</span>
        </h1>
        <ul>
          {yelpReviews.map((review) => (
            <ReviewCard key={review.id} review={review} />
          ))}
        </ul>
      </main>
    </>
  );
}

createRoot(find("#root")).render(<Page />);
