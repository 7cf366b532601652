import { find, onPress } from "./shared/dom.ts";
import { ready, record } from "./shared/sent.ts";

/** A box like nothing the site has today: no role, no form, no button. Enter and the word below it both publish. */
const box = find("#box");
box.style.cssText = "min-height: 60px; border: 1px solid #ccd0d5";

function publish(via: "enter" | "button"): void {
  const text = box.innerText.trim();
  if (text === "") return;
  record({ text, via });
  box.replaceChildren();
}

box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey) return;
  event.preventDefault();
  publish("enter");
});
onPress(find("#publish"), () => publish("button"));
ready();
