/** The element, or a loud failure: a page whose markup has lost it proves nothing. */
export function find(selector: string): HTMLElement {
  return findAs(selector, HTMLElement);
}

/** The same for what only one kind of element can do. */
export function findAs<T extends Element>(selector: string, kind: new () => T): T {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`no ${kind.name} at ${selector}`);
  return element;
}

/** Meta's `div[role=button]`: click, and Enter or Space as a key press on the button itself. */
export function onPress(button: HTMLElement, press: () => void): void {
  const enabled = (): boolean => button.getAttribute("aria-disabled") !== "true";
  button.addEventListener("click", () => {
    if (enabled()) press();
  });
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    if (enabled()) press();
  });
}

/** A key press by which Facebook's comment box sends: Enter and no modifier, and not the Enter of an input method. */
export function isBareEnter(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return false;
  return event.key === "Enter" && !(event.shiftKey || event.ctrlKey || event.altKey || event.metaKey);
}
