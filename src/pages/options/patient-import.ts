import { buildIndex } from "../../engine/patients/index.ts";
import type { Person } from "../../engine/patients/index.ts";
import { createDatabase } from "../../platform/database.ts";
import { ask } from "../shared/ask-worker.ts";
import { button, h } from "../shared/h.ts";
import { fieldWords } from "./columns.ts";
import { decodeText } from "./decode-text.ts";
import { readPeople } from "./read-people.ts";
import type { PeopleRead } from "./read-people.ts";
import { statusLine } from "./section.ts";

const largestBytes = 64 * 1024 * 1024;
/** Lines that are named one by one; of a longer list the rest is counted. */
const mostNamed = 20;

/**
 * Import of the patient list. Names live in this page between choosing a file and the answer to the preview, and
 * nowhere else: what is stored is the blind index. Until the worker has adopted a new list the old one stays.
 */
export async function drawPatientImport(): Promise<HTMLElement> {
  const status = statusLine();
  const inUse = h("div", { class: "in-use" });
  const preview = h("div", {});
  const input = h("input", {
    type: "file",
    id: "patients-file",
    class: "unseen",
    accept: ".csv,.tsv,.txt,text/csv",
  });
  const drop = h(
    "div",
    { class: "drop" },
    input,
    h("label", { for: "patients-file", class: "button plain" }, "Choose a CSV file"),
    h("p", { class: "help" }, "or drop it here. It is read in this browser and goes nowhere else."),
  );

  async function showInUse(): Promise<void> {
    const answer = await ask("patients.read", {});
    if (!answer.ok) {
      inUse.replaceChildren(
        h("p", { class: "notice" }, "The patient list could not be read. Until it can, sends are held."),
      );
      return;
    }
    const { list } = answer.value;
    inUse.replaceChildren(
      ...(list === null
        ? [h("p", {}, "No list is in use: names of patients are not recognized.")]
        : [
            h(
              "p",
              {},
              h("b", {}, `${list.people.toLocaleString("en")} people`),
              `, imported ${new Date(list.created).toLocaleDateString(undefined, { dateStyle: "long" })}.`,
            ),
            removeButton(),
          ]),
    );
  }

  function removeButton(): HTMLElement {
    const remove = button("Remove list", "danger", () => {
      if (remove.textContent !== "Remove it now") {
        remove.textContent = "Remove it now";
        return;
      }
      void removeList();
    });
    remove.addEventListener("blur", () => (remove.textContent = "Remove list"));
    return remove;
  }

  async function removeList(): Promise<void> {
    const answer = await ask("patients.remove", {});
    status.say(answer.ok ? "The list is removed." : "It could not be removed.", answer.ok ? "good" : "bad");
    await showInUse();
  }

  async function choose(file: File | undefined): Promise<void> {
    input.value = "";
    preview.replaceChildren();
    if (!file) return;
    if (file.size > largestBytes) {
      status.say("The file is larger than 64 MB.", "bad");
      return;
    }
    const { text, encoding } = decodeText(new Uint8Array(await file.arrayBuffer()));
    const read = readPeople(text);
    if (!read.ok) {
      status.say(read.problem, "bad");
      return;
    }
    status.say("");
    showPreview(read, encoding);
  }

  function showPreview(read: PeopleRead, encoding: string): void {
    const { columns, people, leftOut } = read;
    const adopt = button(
      `Import ${count(people.length, "person", "people")}`,
      "primary",
      () => void importNow(),
    );
    adopt.disabled = people.length === 0;
    const drawn = h(
      "div",
      { class: "preview", role: "group", "aria-label": "Preview of the import" },
      h("h3", { tabindex: -1 }, `${count(people.length, "line", "lines")} can be read`),
      h(
        "dl",
        { class: "columns-read" },
        ...columns.map(({ header, field }) =>
          h(
            "div",
            {},
            h("dt", {}, header || "(no name)"),
            h("dd", {}, field === undefined ? "not used" : fieldWords[field]),
          ),
        ),
      ),
      encoding !== "UTF-8" &&
        h("p", { class: "help" }, `Read as ${encoding}. Check accented names in the file if that is wrong.`),
      leftOut.length > 0 &&
        h(
          "div",
          { class: "notice" },
          h("p", {}, h("b", {}, `${count(leftOut.length, "line is", "lines are")} left out`)),
          h(
            "ul",
            { class: "plain-list" },
            ...leftOut
              .slice(0, mostNamed)
              .map(({ line, problem }) => h("li", {}, `Line ${line} ${problem}.`)),
            leftOut.length > mostNamed && h("li", {}, `And ${leftOut.length - mostNamed} more.`),
          ),
        ),
      h(
        "div",
        { class: "actions" },
        adopt,
        button("Cancel", "plain", () => preview.replaceChildren()),
      ),
    );
    async function importNow(): Promise<void> {
      adopt.disabled = true;
      adopt.textContent = "Importing…";
      // Building takes seconds for a long list: the words above must be painted first.
      await new Promise((resolve) => setTimeout(resolve, 50));
      const isDone = await adoptList(people);
      preview.replaceChildren();
      status.say(
        isDone
          ? `Imported ${count(people.length, "person", "people")}. The names are forgotten.`
          : "The list could not be stored. The one in use stays in use.",
        isDone ? "good" : "bad",
      );
      await showInUse();
    }
    preview.replaceChildren(drawn);
    drawn.querySelector("h3")?.focus();
  }

  input.addEventListener("change", () => void choose(input.files?.[0]));
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.dataset["over"] = "true";
  });
  drop.addEventListener("dragleave", () => delete drop.dataset["over"]);
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    delete drop.dataset["over"];
    void choose(event.dataTransfer?.files[0]);
  });
  await showInUse();
  return h("div", { class: "form" }, inUse, drop, status.element, preview);
}

/** Builds the index under a fresh key and has the worker take it into use. False: nothing has changed. */
async function adoptList(people: readonly Person[]): Promise<boolean> {
  try {
    const id = crypto.randomUUID();
    const index = buildIndex(people, crypto.getRandomValues(new Uint8Array(16)), id);
    await createDatabase().addPatients({ id, people: people.length, created: Date.now(), index });
    return (await ask("patients.adopt", { id })).ok;
  } catch {
    // A full disk: the list in use is untouched, since only `patients.adopt` changes which one that is.
    return false;
  }
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}
