import { find, isBareEnter, onPress } from "./shared/dom.ts";
import { mountLexical } from "./shared/lexical-box.ts";
import { ready } from "./shared/sent.ts";

const place = find("#send-place");

/** The button exists only while there is something to send. */
const composer = mountLexical(find("#box"), {
  text: "plain",
  sendsOn: isBareEnter,
  onChange(text) {
    if (text.trim() === "") place.replaceChildren();
    else if (!place.firstChild) {
      const button = document.createElement("div");
      button.setAttribute("role", "button");
      button.setAttribute("aria-label", "Press enter to send");
      button.tabIndex = 0;
      button.textContent = "➤";
      onPress(button, () => composer.send("button"));
      place.append(button);
    }
  },
});
ready();
