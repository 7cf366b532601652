/**
 * The content script. One self-contained classic script at `document_start`, in all frames of the watched sites.
 * A script that an extension update has orphaned stays in its page until the new one starts: it holds every send, says so,
 * and stops when it hears the new one. A live script never stops for that call, which a page could forge.
 */
import { onKnowledge } from "../platform/knowledge-signal.ts";
import { createAsk } from "../platform/ask.ts";
import { serveContent } from "../platform/content-serve.ts";
import { createSession } from "./session.ts";

const takeover = "replyguard:takeover";

/** Lives in the isolated world: a second injection of the same build finds it there, and leaves the page to it. */
declare global {
  var replyGuardIsHere: (() => boolean) | undefined;
}

if (!globalThis.replyGuardIsHere?.()) {
  document.dispatchEvent(new Event(takeover));
  const ending = new AbortController();
  const ask = createAsk();
  globalThis.replyGuardIsHere = () => {
    const isHere = !ending.signal.aborted && !ask.orphaned();
    // The worker puts it in where the browser lets us see the site again: what was said when it did not is no longer so.
    if (isHere) session.tellKnowledge("");
    return isHere;
  };
  document.addEventListener(takeover, () => {
    if (ask.orphaned()) ending.abort();
  });
  // Firefox ends an orphan at once, and leaves what it drew.
  for (const card of document.querySelectorAll("reply-guard")) card.remove();
  const session = createSession(ask, ending.signal);
  onKnowledge((knowledge) => session.tellKnowledge(knowledge), ending.signal);
  serveContent(session.handlers, ending.signal);
}
