import { onKnowledge } from "../../platform/knowledge-signal.ts";
import { version } from "../../platform/page-api.ts";
import { onLanguageChange, useLanguage } from "../../platform/page-language.ts";
import { ask } from "../shared/ask-worker.ts";
import { button, byId, drawMark, h } from "../shared/h.ts";
import { drawBrowser } from "./draw-browser.ts";
import { drawEvents, drawFaults, drawSummary, drawValues } from "./draw-report.ts";
import { gatherFacts } from "./facts.ts";
import type { Facts } from "./facts.ts";
import { reportText } from "./report-text.ts";
import { locale, t } from "../../platform/i18n.ts";

let text = "";

function say(words: string, kind: "good" | "bad"): void {
  const said = byId("said");
  said.textContent = words;
  said.dataset["kind"] = kind;
}

function draw(facts: Facts): void {
  byId("summary-body").replaceChildren(drawSummary(facts));
  byId("faults-body").replaceChildren(drawFaults(facts.report));
  byId("values-body").replaceChildren(drawValues(facts.report));
  byId("browser-body").replaceChildren(
    drawBrowser(facts, (host, isAllowed) => {
      say(
        isAllowed ? t("policy_allowed_on", host) : t("policy_not_allowed_on", host),
        isAllowed ? "good" : "bad",
      );
      void show();
    }),
  );
  byId("events-body").replaceChildren(drawEvents(facts));
  text = reportText(facts);
  const shown = h(
    "pre",
    { class: "report", tabindex: 0, role: "region", "aria-label": t("policy_report_text") },
    text,
  );
  byId("report-body").replaceChildren(shown);
}

/** False: nothing is known. */
async function show(): Promise<boolean> {
  const facts = await gatherFacts(ask);
  if (facts) draw(facts);
  else say(t("policy_the_policy_could_not_be_read"), "bad");
  return facts !== undefined;
}

async function checkAgain(): Promise<void> {
  const at = new Date().toLocaleTimeString(locale(), { timeStyle: "medium" });
  if (await show()) say(t("policy_checked_at", at), "good");
}

async function copy(): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(t("policy_the_report_is_on_the_clipboard"), "good");
  } catch {
    // A browser may refuse the clipboard; the text is there to be selected.
    say(t("policy_it_could_not_be_copied_select"), "bad");
  }
}

async function start(): Promise<void> {
  await useLanguage();
  onLanguageChange(() => location.reload());
  drawMark();
  byId("version").textContent = t("policy_version", version);
  byId("tools").replaceChildren(
    button(t("policy_check_again"), "plain", () => void checkAgain()),
    button(t("policy_copy_report"), "primary", () => void copy()),
  );
  onKnowledge(() => void show());
  await show();
}

void start();
