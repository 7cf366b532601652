/** Facebook's comment form around an empty box, for pages that build it themselves: in a frame or a shadow root. */
export function commentForm(document: Document): { form: HTMLFormElement; box: HTMLElement } {
  const form = document.createElement("form");
  form.setAttribute("role", "presentation");
  const box = document.createElement("div");
  box.id = "box";
  box.className = "notranslate";
  const attributes = {
    role: "textbox",
    contenteditable: "true",
    spellcheck: "true",
    tabindex: "0",
    "aria-label": "Write a comment…",
    style: "min-height: 36px; border: 1px solid #ccd0d5; padding: 8px 12px",
  };
  for (const [name, value] of Object.entries(attributes)) box.setAttribute(name, value);
  form.append(box);
  return { form, box };
}
