import { find, onPress } from "./shared/dom.ts";
import { ready, record } from "./shared/sent.ts";

/** A site that no adapter knows: a text area, and a button that is none of a form. */
const box = document.querySelector("textarea");
if (!box) throw new Error("no text area");

onPress(find("button"), () => {
  const text = box.value.trim();
  if (text === "") return;
  record({ text, via: "button" });
  box.value = "";
});
ready();
