import { fieldWords, fields } from "../../../patient-list/read/source.ts";
import type { Field } from "../../../patient-list/read/source.ts";
import { button, h } from "../../shared/h.ts";
import type { BuildPlan, Columns, Locks, OpenList, Preview } from "./jobs.ts";
import { expiryField } from "./expiry-field.ts";
import { passphraseFields } from "./passphrase-fields.ts";
import { delimiterWords, kindWords } from "./words.ts";

export interface PreviewWishes {
  readonly preview: Preview;
  /** The list in use, where it is open and this browser's own: a new one may take its place or be added to it. */
  readonly open: OpenList | undefined;
  /** There is a list in use that cannot be opened here: this one takes its place. */
  readonly isReplaced: boolean;
  readonly now: number;
  start(plan: BuildPlan): void;
  cancel(): void;
}

/** The first rows, what each column means, and how the list is to be sealed. */
export function drawPreview(wishes: PreviewWishes): HTMLElement {
  const { preview, open } = wishes;
  const missing = h("p", { class: "notice", role: "status" });
  const columns: (Field | undefined)[] = preview.columns.map(({ field }) => field);
  const start = h("button", { type: "submit", class: "button primary" }, "Read the whole file");
  const expiry = expiryField("import", wishes.now);
  const passphrase = open ? undefined : passphraseFields("import");
  const how = open ? drawHow() : undefined;

  function tellMissing(): void {
    const words = preview.columns.length === 0 ? undefined : whatIsMissing(columns);
    missing.textContent = words ?? "";
    missing.hidden = words === undefined;
    start.disabled = words !== undefined;
  }

  function begin(): void {
    const expires = expiry.read();
    if (expires === undefined) return;
    if (open && how) {
      wishes.start({ columns, expires, how: how.read(), open });
      return;
    }
    const given = passphrase?.read();
    if (given === undefined) return;
    const locks: Locks = { passphrase: given };
    passphrase?.clear();
    wishes.start({ columns, expires, how: "new", locks });
  }

  const form = h(
    "form",
    { class: "preview", "aria-labelledby": "preview-title" },
    h(
      "h3",
      { id: "preview-title", tabindex: -1 },
      preview.columns.length > 0 ? "Check what each column is" : "Check the first people",
    ),
    h("p", { class: "help" }, describe(preview)),
    drawRows(preview, columns, tellMissing),
    missing,
    how?.element,
    wishes.isReplaced &&
      h(
        "p",
        { class: "notice" },
        "The list in use is not open, so nothing can be added to it: this one takes its place, with a passphrase of its own.",
      ),
    passphrase && h("h4", {}, "Seal the list"),
    passphrase?.element,
    expiry.element,
    h(
      "p",
      { class: "help" },
      "Names, numbers and addresses are turned into keyed hashes and forgotten while the file is read; the hashes are sealed. Columns that are not used are not looked at.",
    ),
    h(
      "div",
      { class: "actions" },
      start,
      button("Cancel", "plain", () => wishes.cancel()),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!start.disabled) begin();
  });
  tellMissing();
  return form;
}

function describe({ name, kind, encoding, delimiter }: Preview): string {
  const parts = [
    kindWords[kind],
    delimiter === null ? undefined : `parted by ${delimiterWords(delimiter)}`,
    encoding === null ? undefined : `read as ${encoding}`,
  ].filter((part) => part !== undefined);
  return `${name}: ${parts.join(", ")}. These are its first rows.${encoding === null || encoding === "UTF-8" ? "" : " If accented letters look wrong, save the file as UTF-8 and choose it again."}`;
}

/** Undefined: enough is known to find names. */
export function whatIsMissing(columns: Columns): string | undefined {
  if (columns.includes("name")) return undefined;
  const hasGiven = columns.includes("given");
  const hasFamily = columns.includes("family");
  if (hasGiven && hasFamily) return undefined;
  if (hasGiven) return "Still missing: which column is the family name?";
  if (hasFamily) return "Still missing: which column is the given name?";
  return "Still missing: which columns are the given and the family name, or which is the full name?";
}

function drawRows(preview: Preview, columns: (Field | undefined)[], changed: () => void): HTMLElement {
  const isChosen = preview.columns.length > 0;
  return h(
    "div",
    { class: "scroll rows", role: "region", "aria-label": "First rows of the file", tabindex: 0 },
    h(
      "table",
      {},
      h("caption", { class: "unseen" }, "First rows of the file, with what each column means"),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          ...preview.headers.map((header, at) =>
            h(
              "th",
              { scope: "col" },
              h("span", { class: "header" }, header === "" ? `Column ${at + 1}` : header),
              isChosen && drawSelect(header, at, columns, changed),
            ),
          ),
        ),
      ),
      h(
        "tbody",
        {},
        ...preview.rows.map((row) =>
          h("tr", {}, ...preview.headers.map((_, at) => h("td", {}, row[at] ?? ""))),
        ),
      ),
    ),
  );
}

function drawSelect(
  header: string,
  at: number,
  columns: (Field | undefined)[],
  changed: () => void,
): HTMLSelectElement {
  const select = h(
    "select",
    { "aria-label": `Column ${at + 1}, ${header}, is`, "data-column": at },
    h("option", { value: "", selected: columns[at] === undefined }, "not used"),
    ...fields.map((field) =>
      h("option", { value: field, selected: columns[at] === field }, fieldWords[field]),
    ),
  );
  select.addEventListener("change", () => {
    columns[at] = fields.find((field) => field === select.value);
    changed();
  });
  return select;
}

function drawHow(): { element: HTMLElement; read(): "replace" | "add" } {
  const add = h("input", { type: "radio", name: "import-how", id: "import-add", value: "add" });
  const replace = h("input", {
    type: "radio",
    name: "import-how",
    id: "import-replace",
    value: "replace",
    checked: true,
  });
  const choice = (input: HTMLInputElement, label: string, help: string): HTMLElement =>
    h(
      "div",
      { class: "radio" },
      input,
      h("label", { for: input.id }, label, h("span", { class: "help" }, help)),
    );
  return {
    element: h(
      "fieldset",
      {},
      h("legend", {}, "The list in use"),
      choice(replace, "Replace it", "Only the people of this file are listed afterward."),
      choice(add, "Add to it", "Everybody stays; whoever is listed already is not counted twice."),
      h("p", { class: "help" }, "Either way its passphrase stays as it is. It can be changed below."),
    ),
    read: () => (add.checked ? "add" : "replace"),
  };
}
