import { version } from "../../platform/page-api.ts";
import { ask } from "../shared/ask-worker.ts";
import { byId, h } from "../shared/h.ts";
import { drawCatalog } from "./catalog.ts";
import { drawPatients } from "./patients/section.ts";
import { drawPhrases } from "./phrases-form.ts";
import { drawPolicyForm } from "./policy-form.ts";
import { drawPracticeForm } from "./practice-form.ts";
import { drawRecord } from "./record-table.ts";

const sections: Readonly<Record<string, () => HTMLElement | Promise<HTMLElement>>> = {
  practice: drawPracticeForm,
  patients: () => drawPatients(byId("patients")),
  sites: () => drawPolicyForm(["sites"]),
  policy: () => drawPolicyForm(["strictness", "actions", "unchecked", "postAnyway", "reasonRequired"]),
  phrases: () => drawPhrases(ask),
  rules: drawCatalog,
  record: drawRecord,
};

async function drawSection(name: string, draw: () => HTMLElement | Promise<HTMLElement>): Promise<void> {
  byId(`${name}-body`).replaceChildren(await draw());
}

byId("mark").replaceChildren(h("img", { src: "/icons/watching-128.png", alt: "", width: 44, height: 44 }));
byId("version").textContent = `Version ${version}`;
void Promise.all(Object.entries(sections).map(([name, draw]) => drawSection(name, draw)));
