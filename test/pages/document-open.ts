import { commentForm } from "./shared/comment-form.ts";
import { mountPlain } from "./shared/plain-box.ts";
import { ready } from "./shared/sent.ts";

/** `document.open()` takes every listener of window and document away, those of extensions as well. */
function writeAnew(): void {
  document.open();
  document.write(
    "<!doctype html><html lang='en'><title>Facebook</title><body><div role='main'></div></body></html>",
  );
  document.close();
  const { form, box } = commentForm(document);
  document.querySelector("[role=main]")?.append(form);
  mountPlain(box);
  ready();
}

addEventListener("load", () => setTimeout(writeAnew));
