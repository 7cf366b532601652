import { onKnowledge } from "../../platform/knowledge-signal.ts";
import { version } from "../../platform/page-api.ts";
import { askAccess } from "../../platform/site-access.ts";
import { onLanguageChange, useLanguage } from "../../platform/page-language.ts";
import { drawConfirm } from "../shared/rules-confirm.ts";
import { ask } from "../shared/ask-worker.ts";
import { byId, drawMark, h } from "../shared/h.ts";
import { drawCatalog } from "./catalog.ts";
import { drawMissingSites } from "./missing-sites.ts";
import { drawPatients } from "./patients/section.ts";
import { drawPolicyFile } from "./policy-file/section.ts";
import { drawPolicyStanding } from "./policy-standing.ts";
import { readPolicyView } from "./policy-view.ts";
import { drawPracticeForm } from "./practice-form.ts";
import { drawRecord } from "./record-table.ts";
import { groups } from "./setting-groups.ts";
import { drawSettings } from "./settings-form.ts";
import { t } from "../../platform/i18n.ts";

const sections: Readonly<Record<string, () => HTMLElement | Promise<HTMLElement>>> = {
  patients: () => drawPatients(byId("patients")),
  rules: drawCatalog,
  record: drawRecord,
};

async function drawSection(name: string, draw: () => HTMLElement | Promise<HTMLElement>): Promise<void> {
  byId(`${name}-body`).replaceChildren(await draw());
}

async function drawPolicy(): Promise<void> {
  const view = await readPolicyView(ask, askAccess);
  if (typeof view === "string") {
    for (const name of ["practice", ...groups])
      byId(`${name}-body`).replaceChildren(
        h("p", { class: "notice" }, t("options_the_policy_could_not_be_read")),
      );
    return;
  }
  onKnowledge(() => void view.refresh());
  byId("policy-standing").replaceChildren(drawPolicyStanding(view));
  for (const group of groups) byId(`${group}-body`).replaceChildren(drawSettings(group, view));
  byId("sites-missing").replaceChildren(drawMissingSites(view));
  byId("policy-file-body").replaceChildren(drawPolicyFile(view, ask));
  await drawSection("practice", () => drawPracticeForm(view));
}

async function showRules(): Promise<void> {
  const answer = await ask("rules.read", {});
  const parts = { ask, confirmed: () => void showRules(), prefix: "confirm" };
  const drawn = answer.ok ? drawConfirm(answer.value, parts, true) : undefined;
  byId("confirm-body").replaceChildren(...(drawn ? [drawn] : []));
}

async function start(): Promise<void> {
  await useLanguage();
  onLanguageChange(() => {
    // Whoever has just chosen it here is typing nothing elsewhere on the page.
    if (document.activeElement?.id === "choice-language") location.reload();
  });
  drawMark();
  byId("version").textContent = t("options_version", version);
  await Promise.all([
    drawPolicy(),
    showRules(),
    ...Object.entries(sections).map(([name, draw]) => drawSection(name, draw)),
  ]);
}

void start();
