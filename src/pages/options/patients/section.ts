import type { Answer } from "../../../contract/messages.ts";
import { createDatabase } from "../../../platform/database.ts";
import { onKnowledge } from "../../../platform/knowledge-signal.ts";
import { ask } from "../../shared/ask-worker.ts";
import { h } from "../../shared/h.ts";
import { drawFileForm } from "./file-form.ts";
import { drawImport } from "./import-form.ts";
import { readInUse } from "./in-use.ts";
import type { InUse } from "./in-use.ts";
import type { Taken } from "./jobs.ts";
import { drawPersonForm } from "./person-form.ts";
import { standingForm } from "./standing-form.ts";
import { t } from "../../../platform/i18n.ts";

/**
 * The patient list: what is in use, bringing one in, one person, the sealed file. `section` takes a dropped file
 * anywhere in it.
 */
export async function drawPatients(section: HTMLElement): Promise<HTMLElement> {
  const store = createDatabase();
  let inUse: InUse = await readInUse();

  /** `stale`: the list that this one was made of is not in use any more, and what changed it would be lost. */
  const adopt = ({ id, key, base }: Taken): Promise<Answer<unknown>> =>
    ask("patients.adopt", base === null ? { id, key } : { id, key, base });
  const adopted = async (taken: Taken): Promise<boolean> => (await adopt(taken)).ok;

  async function changed(): Promise<void> {
    inUse = await readInUse();
    bringIn.quiet();
    show();
  }

  /** Somebody has unlocked or changed the list elsewhere, it has expired, or the practice's has arrived. */
  async function refresh(): Promise<void> {
    const next = await readInUse();
    if (JSON.stringify(next) === JSON.stringify(inUse)) return;
    inUse = next;
    show();
  }

  const standing = standingForm(changed);
  const bringIn = drawImport({ inUse: () => inUse, adopt, changed });
  const person = disclosure(
    t("options_add_or_remove_one_person"),
    drawPersonForm({ open: () => inUse.open, adopt: adopted, changed }),
  );
  const file = drawFileForm({
    inUse: () => inUse,
    readFile: async (id) => (await store.readPatients(id))?.file,
    adopt: adopted,
    changed,
  });
  const more = disclosure(t("options_sealed_file_passphrase_policy"), file.element);

  function show(): void {
    const list = inUse.standing?.list;
    // The practice's list is its administrator's to change; importing one here would be refused.
    const isFixed = list?.source === "managed" || inUse.standing?.awaited === true;
    standing.show(inUse);
    bringIn.element.hidden = isFixed;
    person.hidden = inUse.open === undefined;
    more.hidden = list?.source !== "seat";
    file.show();
  }
  show();
  onKnowledge(() => void refresh());
  takeDrops(section, (dropped) => {
    if (!bringIn.element.hidden) bringIn.choose(dropped);
  });
  return h("div", { class: "form patients" }, standing.element, bringIn.element, person, more);
}

function disclosure(title: string, content: HTMLElement): HTMLDetailsElement {
  return h("details", { class: "more" }, h("summary", {}, h("h3", {}, title)), content);
}

function takeDrops(section: HTMLElement, choose: (file: File) => void): void {
  section.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    section.dataset["over"] = "true";
  });
  section.addEventListener("dragleave", (event) => {
    const isInside = event.relatedTarget instanceof Node && section.contains(event.relatedTarget);
    if (!isInside) delete section.dataset["over"];
  });
  // Missing the section by a little must not leave the file to the browser: it would open it in this tab, and put its
  // address into the history.
  for (const type of ["dragover", "drop"]) {
    document.addEventListener(type, (event) => event.preventDefault());
  }
  section.addEventListener("drop", (event) => {
    delete section.dataset["over"];
    const file = event.dataTransfer?.files[0];
    if (file) choose(file);
  });
}
