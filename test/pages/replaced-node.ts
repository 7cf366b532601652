import { find, onPress } from "./shared/dom.ts";
import { ready, record } from "./shared/sent.ts";

const row = find("#row");

function send(box: HTMLTextAreaElement, via: "enter" | "button"): void {
  if (box.value.trim() === "") return;
  record({ text: box.value, via });
  show("", 0);
}

/** A new box at every input, with the text and the caret of the old one, as Instagram does. */
function show(text: string, caret: number): void {
  const box = document.createElement("textarea");
  box.setAttribute("aria-label", "Add a comment…");
  box.placeholder = "Add a comment…";
  box.value = text;
  box.addEventListener("input", (event) => {
    // Within a composition the node must stay, or the input method loses its text.
    if (!(event instanceof InputEvent && event.isComposing)) show(box.value, box.selectionEnd);
  });
  box.addEventListener("keypress", (event) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    send(box, "enter");
  });
  const parts: HTMLElement[] = [box];
  if (text.trim() !== "") {
    const button = document.createElement("div");
    button.setAttribute("role", "button");
    button.tabIndex = 0;
    button.textContent = "Post";
    onPress(button, () => send(box, "button"));
    parts.push(button);
  }
  const hadFocus = row.contains(document.activeElement);
  row.replaceChildren(...parts);
  if (hadFocus) {
    box.focus();
    box.setSelectionRange(caret, caret);
  }
}

show("", 0);
ready();
