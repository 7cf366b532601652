/** The officer's page: asks for the passphrase where policy names one, and starts the console. */
import { onKnowledge } from "../../platform/knowledge-signal.ts";
import { version } from "../../platform/page-api.ts";
import { ask } from "../shared/ask-worker.ts";
import { byId, h } from "../shared/h.ts";
import { startConsole } from "./console.ts";
import { openSession } from "./officer-session.ts";
import { startWorker } from "./worker-client.ts";

const tell = startWorker();
byId("mark").replaceChildren(h("img", { src: "/icons/watching-128.png", alt: "", width: 44, height: 44 }));
byId("version").textContent = `Version ${version}`;

const session = await openSession({
  ask,
  show(asked) {
    byId("lock-body").replaceChildren(asked);
    byId("lock").hidden = false;
    asked.querySelector("input")?.focus();
  },
  wait() {
    byId("lock-body").replaceChildren(
      h("p", { class: "notice" }, "Waiting for the practice’s policy: it may lock the record."),
    );
    byId("lock").hidden = false;
  },
  onPolicy: (listener) => onKnowledge(listener),
  reload: () => location.reload(),
  now: () => Date.now(),
});
byId("lock").hidden = true;
byId("lock-body").replaceChildren();
byId("views").hidden = false;
byId("console").hidden = false;
startConsole(session, tell);
