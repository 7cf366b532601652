import { commentForm } from "./shared/comment-form.ts";
import { findAs, isBareEnter } from "./shared/dom.ts";
import { mountLexical } from "./shared/lexical-box.ts";
import { ready } from "./shared/sent.ts";

const frame = findAs("#frame", HTMLIFrameElement);
frame.srcdoc = "<!doctype html><html lang='en'><title>Comments</title><body></body></html>";
frame.addEventListener("load", () => {
  const inner = frame.contentDocument;
  if (!inner) throw new Error("the frame has no document of this origin");
  const { form, box } = commentForm(inner);
  inner.body.append(form);
  mountLexical(box, { text: "rich", sendsOn: isBareEnter });
  ready();
});
