import { find } from "./shared/dom.ts";
import { ready, record } from "./shared/sent.ts";

/** Yelp's answer to a review with nothing that it has today: no form, no button, and Enter sends. */
const box = find(".pad");
box.style.cssText = "min-height: 60px; border: 1px solid #ccd0d5";

function send(via: "enter" | "button"): void {
  const text = box.innerText.trim();
  if (text === "") return;
  record({ text, via });
  box.replaceChildren();
}

box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey) return;
  event.preventDefault();
  send("enter");
});
find(".fly").addEventListener("click", () => send("button"));
ready();
