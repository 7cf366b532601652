/** The officer's page: asks for the passphrase where policy names one, and starts the console. */
import { t } from "../../platform/i18n.ts";
import { onKnowledge } from "../../platform/knowledge-signal.ts";
import { onLanguageChange, useLanguage } from "../../platform/page-language.ts";
import { version } from "../../platform/page-api.ts";
import { ask } from "../shared/ask-worker.ts";
import { byId, drawMark, h } from "../shared/h.ts";
import { startConsole } from "./console.ts";
import { openSession } from "./officer-session.ts";
import { startWorker } from "./worker-client.ts";

const tell = startWorker();

async function start(): Promise<void> {
  await useLanguage();
  onLanguageChange(() => location.reload());
  drawMark();
  byId("version").textContent = t("audit_version", version);

  const session = await openSession({
    ask,
    show(asked) {
      byId("lock-body").replaceChildren(asked);
      byId("lock").hidden = false;
      asked.querySelector("input")?.focus();
    },
    wait() {
      byId("lock-body").replaceChildren(h("p", { class: "notice" }, t("audit_waiting_for_policy")));
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
}

void start();
