import { useState } from "react";
import { record } from "./sent.ts";

interface Props {
  readonly reviewer: string;
  readonly stars: number;
  readonly text: string;
  /** False: the arrow button is missing, as after a redesign that nobody has told us about. */
  readonly hasSendControl: boolean;
}

/** A review on the owner's page. The textarea exists only after "Comment" or "Direct message"; Enter is a new line. */
export function ReviewCard({ reviewer, stars, text, hasSendControl }: Props) {
  const [open, setOpen] = useState<"comment" | "message" | undefined>();
  const [draft, setDraft] = useState("");
  const [answered, setAnswered] = useState(false);

  const send = (): void => {
    if (draft.trim() === "") return;
    record({ text: draft, via: "button" });
    setAnswered(true);
    setOpen(undefined);
    setDraft("");
  };

  return (
    <div className="review__09f24__x1 passport-container__09f24__Zq">
      <div>
        <span>{reviewer}</span>
        <div role="img" aria-label={`${stars} star rating`}>
          {"★".repeat(stars)}
        </div>
        <span>3/2/26</span>
      </div>
      <p>
        <span lang="en">{text}</span>
      </p>
      {answered && <p>You publicly responded to this review</p>}
      <div>
        <button type="button">Thank</button>
        <button type="button" onClick={() => setOpen("message")}>
          Direct message
        </button>
        <button type="button" onClick={() => setOpen("comment")}>
          Comment
        </button>
      </div>
      {open !== undefined && (
        <div>
          <textarea
            value={draft}
            placeholder={open === "comment" ? "Add a public comment" : "Send a direct message"}
            onChange={(event) => setDraft(event.target.value)}
          />
          {hasSendControl && (
            <button type="button" onClick={send}>
              <svg width="16" height="16" viewBox="0 0 16 16" role="img" aria-label="Send">
                <path d="M8 2 L13 7 L9 7 L9 14 L7 14 L7 7 L3 7 Z" />
              </svg>
            </button>
          )}
        </div>
      )}
    </div>
  );
}
