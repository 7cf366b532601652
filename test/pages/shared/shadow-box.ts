import { commentForm } from "./comment-form.ts";
import { find } from "./dom.ts";
import { mountPlain } from "./plain-box.ts";
import { ready } from "./sent.ts";

/** A comment form in a shadow root. The box fills the host, so that a click on the host lands in it. */
export function mountInShadow(mode: "open" | "closed"): void {
  const host = find("#host");
  host.style.display = "block";
  const { form, box } = commentForm(document);
  host.attachShadow({ mode }).append(form);
  mountPlain(box);
  ready();
}
