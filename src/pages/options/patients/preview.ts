import { fieldWords, fields } from "../../../patient-list/read/source.ts";
import type { Field } from "../../../patient-list/read/source.ts";
import { button, h } from "../../shared/h.ts";
import type { BuildPlan, Columns, Locks, OpenList, Preview } from "./jobs.ts";
import { expiryField } from "./expiry-field.ts";
import { passphraseFields } from "./passphrase-fields.ts";
import { delimiterWords, kindWords } from "./words.ts";
import { t } from "../../../platform/i18n.ts";
import { declaredWords } from "../../../platform/declared-words.ts";

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
  const start = h("button", { type: "submit", class: "button primary" }, t("options_read_the_whole_file"));
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
      preview.columns.length > 0
        ? t("options_check_what_each_column_is")
        : t("options_check_the_first_people"),
    ),
    h("p", { class: "help" }, describe(preview)),
    drawRows(preview, columns, tellMissing),
    missing,
    how?.element,
    wishes.isReplaced && h("p", { class: "notice" }, t("options_the_list_in_use_is_not")),
    passphrase && h("h4", {}, t("options_seal_the_list")),
    passphrase?.element,
    expiry.element,
    h("p", { class: "help" }, t("options_names_numbers_and_addresses_are_turned")),
    h(
      "div",
      { class: "actions" },
      start,
      button(t("options_cancel"), "plain", () => wishes.cancel()),
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
    kindWords(kind),
    delimiter === null ? undefined : t("options_parted_by", delimiterWords(delimiter)),
    encoding === null ? undefined : t("options_read_as", encoding),
  ].filter((part) => part !== undefined);
  const words = t("options_first_rows_of", name, parts.join(", "));
  const isSure = encoding === null || encoding === "UTF-8";
  return isSure ? words : `${words} ${t("options_if_accented_letters_look_wrong_save")}`;
}

/** Undefined: enough is known to find names. */
export function whatIsMissing(columns: Columns): string | undefined {
  if (columns.includes("name")) return undefined;
  const hasGiven = columns.includes("given");
  const hasFamily = columns.includes("family");
  if (hasGiven && hasFamily) return undefined;
  if (hasGiven) return t("options_still_missing_which_column_is_the");
  if (hasFamily) return t("options_still_missing_which_column_is_the_2");
  return t("options_still_missing_which_columns_are_the");
}

function drawRows(preview: Preview, columns: (Field | undefined)[], changed: () => void): HTMLElement {
  const isChosen = preview.columns.length > 0;
  return h(
    "div",
    { class: "scroll rows", role: "region", "aria-label": t("options_first_rows_of_the_file"), tabindex: 0 },
    h(
      "table",
      {},
      h("caption", { class: "unseen" }, t("options_first_rows_of_the_file_with")),
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
              h("span", { class: "header" }, header === "" ? t("options_column", at + 1) : header),
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
    { "aria-label": t("options_column_is", at + 1, header), "data-column": at },
    h("option", { value: "", selected: columns[at] === undefined }, t("options_not_used")),
    ...fields.map((field) =>
      h("option", { value: field, selected: columns[at] === field }, declaredWords(fieldWords[field])),
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
      h("legend", {}, t("options_the_list_in_use")),
      choice(replace, t("options_replace_it"), t("options_only_the_people_of_this_file")),
      choice(add, t("options_add_to_it"), t("options_everybody_stays_whoever_is_listed_already")),
      h("p", { class: "help" }, t("options_either_way_its_passphrase_stays_as")),
    ),
    read: () => (add.checked ? "add" : "replace"),
  };
}
