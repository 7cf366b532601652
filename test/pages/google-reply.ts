import { find } from "./shared/dom.ts";
import { ready, record } from "./shared/sent.ts";

/** The list of reviews in Business Profile: "Reply" opens the box in the card, another "Reply" sends. Enter is a new line. */
for (const review of document.querySelectorAll(".review")) {
  const open = review.querySelector("button");
  open?.addEventListener("click", () => {
    const form = document.createElement("div");
    const box = document.createElement("textarea");
    box.setAttribute("aria-label", "Your public reply");
    box.setAttribute("jsname", "YPqjbf");
    const send = document.createElement("button");
    send.type = "button";
    send.setAttribute("jsname", "hrGhad");
    send.textContent = "Reply";
    const cancel = document.createElement("button");
    cancel.type = "button";
    cancel.textContent = "Cancel";
    cancel.addEventListener("click", () => form.replaceWith(open));
    send.addEventListener("click", () => {
      if (box.value.trim() === "") return;
      record({ text: box.value, via: "button" });
      form.replaceWith(open);
    });
    form.append(box, cancel, send);
    open.replaceWith(form);
    box.focus();
  });
}
find(".review button");
ready();
