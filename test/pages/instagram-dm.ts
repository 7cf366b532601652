import { find, onPress } from "./shared/dom.ts";
import { mountLexical } from "./shared/lexical-box.ts";
import { ready } from "./shared/sent.ts";

const place = find("#send-place");
let lastEnter = Number.NEGATIVE_INFINITY;

/** Ctrl+Enter and Cmd+Enter send as well. */
function sendsOn(event: KeyboardEvent): boolean {
  return !(event.isComposing || event.shiftKey || event.altKey);
}

/** The site takes a second Enter within 250 ms for an accident. */
function drops(event: KeyboardEvent): boolean {
  const isRepeat = event.timeStamp - lastEnter < 250;
  lastEnter = event.timeStamp;
  return isRepeat;
}

const composer = mountLexical(find("#box"), {
  text: "plain",
  sendsOn,
  drops,
  onChange(text) {
    if (text.trim() === "") place.replaceChildren();
    else if (!place.firstChild) {
      const button = document.createElement("div");
      button.setAttribute("role", "button");
      button.tabIndex = 0;
      button.textContent = "Send";
      onPress(button, () => composer.send("button"));
      place.append(button);
    }
  },
});
ready();
