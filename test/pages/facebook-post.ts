import { find, onPress } from "./shared/dom.ts";
import { mountLexical } from "./shared/lexical-box.ts";
import { ready } from "./shared/sent.ts";

const button = find('[aria-label="Post"]');
const composer = mountLexical(find("#box"), {
  text: "rich",
  onChange(text) {
    const empty = text.trim() === "";
    button.setAttribute("aria-disabled", String(empty));
    button.tabIndex = empty ? -1 : 0;
  },
});
onPress(button, () => composer.send("button"));
ready();
