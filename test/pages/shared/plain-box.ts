import { isBareEnter } from "./dom.ts";
import { record } from "./sent.ts";

/** A contenteditable without a library, which sends on Enter. */
export function mountPlain(box: HTMLElement): void {
  box.addEventListener("keydown", (event) => {
    if (!isBareEnter(event)) return;
    event.preventDefault();
    const text = box.innerText.replace(/\n$/, "");
    if (text.trim() === "") return;
    record({ text, via: "enter" });
    box.replaceChildren();
  });
}
