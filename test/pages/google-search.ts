import { findAs } from "./shared/dom.ts";
import { record } from "./shared/sent.ts";

/** The panel of a business over Google Search is a frame of another path of the same host. It says itself when it is ready. */
findAs("#frame", HTMLIFrameElement).src = "/local/business/1025/customers/reviews";

// A search sends as well, and is none of our business.
findAs("form", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  record({ text: findAs("#query", HTMLTextAreaElement).value, via: "submit" });
});
