import { find } from "./shared/dom.ts";
import { ready, record } from "./shared/sent.ts";

/** The queue of Business Profile: the box is open already, and what is called "Reply" elsewhere to open it sends here. */
const box = find("#box");
find("button[jsname=hrGhad]").addEventListener("click", () => {
  const text = box.innerText.trim();
  if (text === "") return;
  record({ text, via: "button" });
  box.textContent = "";
});
ready();
