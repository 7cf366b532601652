import type { Person } from "../../../engine/patients/index.ts";
import { button, h } from "../../shared/h.ts";
import { checkedField, field, statusLine } from "../section.ts";
import type { EditOutcome, FoundWay, OpenList, Taken } from "./jobs.ts";
import { changeWords, foundWords } from "./person-words.ts";
import { converse } from "./worker-client.ts";
import { t } from "../../../platform/i18n.ts";

export interface PersonParts {
  /** Undefined: no list of this browser is open. */
  readonly open: () => OpenList | undefined;
  /** False: the worker refused it, and the list in use is as it was. */
  readonly adopt: (taken: Taken) => Promise<boolean>;
  readonly changed: () => Promise<void>;
}

type Key = keyof Person;

const texts: readonly { key: Key; label: () => string }[] = [
  {
    key: "given",
    label: () => t("options_given_and_middle_names"),
  },
  {
    key: "family",
    label: () => t("options_family_name"),
  },
  {
    key: "formerFamilies",
    label: () => t("options_former_family_names"),
  },
  {
    key: "nicknames",
    label: () => t("options_nicknames"),
  },
  {
    key: "handles",
    label: () => t("options_handles"),
  },
  {
    key: "phones",
    label: () => t("options_phones"),
  },
  {
    key: "emails",
    label: () => t("options_e_mails"),
  },
  {
    key: "recordNumbers",
    label: () => t("options_record_numbers"),
  },
];

/** Adds or removes one person by hand. What is typed is gone from the page when it is done. */
export function drawPersonForm({ open, adopt, changed }: PersonParts): HTMLElement {
  const status = statusLine();
  const result = h("div", {});
  const inputs = texts.map(({ key, label }) => {
    const input = h("input", { type: "text", autocomplete: "off", spellcheck: "false", maxlength: 500 });
    return { key, input, checked: checkedField(`person-${key}`, label(), "", input) };
  });
  const birth = h("input", { type: "date", autocomplete: "off" });
  const look = h("button", { type: "submit", class: "button plain" }, t("options_look_up"));

  function typed(): Person {
    const of = (key: Key): string => inputs.find((one) => one.key === key)?.input.value.trim() ?? "";
    const several = (key: Key): string[] =>
      of(key)
        .split(/[,;]/)
        .map((value) => value.trim())
        .filter((value) => value !== "");
    return {
      given: of("given"),
      family: of("family"),
      formerFamilies: several("formerFamilies"),
      nicknames: several("nicknames"),
      aliases: [],
      handles: several("handles"),
      phones: several("phones"),
      emails: several("emails"),
      birthDates: birth.value === "" ? [] : [birth.value],
      recordNumbers: several("recordNumbers"),
    };
  }

  function reset(): void {
    for (const { input } of inputs) input.value = "";
    birth.value = "";
    result.replaceChildren();
  }

  async function lookUp(): Promise<void> {
    status.say("");
    result.replaceChildren();
    for (const { checked } of inputs) checked.clear();
    const inUse = open();
    if (!inUse) return;
    const person = typed();
    if (Object.values(person).every((value) => value.length === 0)) {
      inputs[0]?.checked.fail(t("options_type_a_name_or_something_else"));
      return;
    }
    look.disabled = true;
    status.say(t("options_looking"));
    const worker = converse();
    const answer = await worker.ask({ do: "look", open: inUse, person }, "looked");
    worker.stop();
    look.disabled = false;
    if (answer.say === "failed") status.say(answer.problem, "bad");
    else {
      status.say("");
      showFound(answer.found, inUse, person);
    }
  }

  function showFound(found: readonly FoundWay[], inUse: OpenList, person: Person): void {
    const buttons = [
      button(t("options_add_this_person"), "primary", () => void edit(inUse, person, "add")),
      button(t("options_remove_what_is_typed"), "danger", () => void edit(inUse, person, "remove")),
      button(t("options_clear"), "plain", () => {
        reset();
        inputs[0]?.input.focus();
      }),
    ] as const;
    const canRemove = found.some(({ isListed }) => isListed);
    buttons[1].disabled = !canRemove;
    result.replaceChildren(
      h(
        "div",
        { class: "preview", role: "group", "aria-labelledby": "found-title" },
        h(
          "h4",
          { id: "found-title", tabindex: -1 },
          canRemove ? t("options_on_the_list") : t("options_nothing_of_this_is_on_the"),
        ),
        h("ul", { class: "plain-list" }, ...foundWords(found).map((words) => h("li", {}, words))),
        h("p", { class: "help" }, t("options_names_are_not_kept_so_the")),
        h("div", { class: "actions" }, ...buttons),
      ),
    );
    result.querySelector("h4")?.focus();
  }

  async function edit(inUse: OpenList, person: Person, how: EditOutcome["how"]): Promise<void> {
    for (const one of result.querySelectorAll("button")) one.disabled = true;
    status.say(t("options_sealing_the_list"));
    const worker = converse();
    const said = await change(worker, inUse, person, how);
    worker.stop();
    reset();
    await changed();
    inputs[0]?.input.focus();
    status.say(said.words, said.isDone ? "good" : "bad");
  }

  async function change(
    worker: ReturnType<typeof converse>,
    inUse: OpenList,
    person: Person,
    how: EditOutcome["how"],
  ): Promise<{ isDone: boolean; words: string }> {
    const edited = await worker.ask({ do: "edit", open: inUse, person, how }, "edited");
    if (edited.say === "failed") return { isDone: false, words: edited.problem };
    const { outcome } = edited;
    if (outcome.isSame) return { isDone: true, words: changeWords(outcome) };
    const stored = await worker.ask({ do: "store" }, "stored");
    if (stored.say === "failed") return { isDone: false, words: stored.problem };
    if (await adopt(stored.taken)) return { isDone: true, words: changeWords(outcome) };
    return { isDone: false, words: t("options_the_list_could_not_be_changed") };
  }

  const form = h(
    "form",
    { class: "form", autocomplete: "off" },
    h("p", { class: "help" }, t("options_for_one_who_joins_leaves_or")),
    h(
      "div",
      { class: "columns" },
      ...inputs.map(({ checked }) => checked.element),
      field("person-birthDates", t("options_birth_date"), "", birth),
    ),
    h("div", { class: "actions" }, look, status.element),
    result,
  );
  form.addEventListener("input", () => result.replaceChildren());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!look.disabled) void lookUp();
  });
  return form;
}
