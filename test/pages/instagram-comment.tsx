import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { find } from "./shared/dom.ts";
import { ready, record } from "./shared/sent.ts";

const people = ["lena.okafor", "leo_marchetti", "harboraesthetics"];

/** The copy by which the site measures how tall the box must be: it holds the draft and is no composer. */
const clone = document.createElement("textarea");
clone.setAttribute("tab-index", "-1");
clone.setAttribute("aria-hidden", "true");
clone.style.cssText =
  "height:0;position:absolute;overflow:hidden;visibility:hidden;z-index:-1000;top:0;right:0";
document.body.append(clone);

function CommentForm() {
  const [text, setText] = useState("");
  const [closed, setClosed] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const handle = /(?:^|\s)@([\w.]*)$/.exec(text)?.[1];
  const matches = handle === undefined || closed ? [] : people.filter((name) => name.startsWith(handle));

  const change = (value: string): void => {
    clone.value = value;
    setClosed(false);
    setText(value);
  };
  const pick = (name: string): void => change(text.replace(/@[\w.]*$/, `@${name} `));
  const post = (via: "enter" | "button"): void => {
    if (text.trim() === "") return;
    record({ text, via });
    change("");
    box.current?.focus();
  };

  return (
    <form method="POST">
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
      <div>
        <textarea
          ref={box}
          aria-label="Add a comment…"
          placeholder="Add a comment…"
          autoComplete="off"
          autoCorrect="off"
          value={text}
          onChange={(event) => change(event.target.value)}
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
          onKeyUp={(event) => event.stopPropagation()}
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
      </div>
    </form>
  );
}

createRoot(find("#root")).render(<CommentForm />);
ready();
