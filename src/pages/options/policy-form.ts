import { choices, isValueOf, rank, readChoice } from "../../contract/choices.ts";
import type { Choice, ChoiceValue } from "../../contract/choices.ts";
import type { Response, WorkerChannels } from "../../contract/messages.ts";
import { settings } from "../../contract/policy.ts";
import type { SettingName } from "../../contract/policy.ts";
import { categoryWords, siteWords } from "../../contract/words.ts";
import { ask } from "../shared/ask-worker.ts";
import { h } from "../shared/h.ts";
import { sourceWords, valueWords } from "../shared/policy-words.ts";
import { statusLine } from "./section.ts";

type PolicyRead = Response<WorkerChannels, "policy.read">;

const partWords: Readonly<Record<string, string>> = { ...categoryWords, ...siteWords };

/** The settings `only`, each with the values that this seat may choose; a change is kept at once. */
export async function drawPolicyForm(only: readonly SettingName[]): Promise<HTMLElement> {
  const answer = await ask("policy.read", {});
  if (!answer.ok)
    return h("p", { class: "notice" }, "The policy could not be read. Until it can, sends are held.");
  const status = statusLine();
  const read = answer.value;

  async function change(choice: Choice, value: ChoiceValue): Promise<boolean> {
    const whole = {
      [choice.setting]:
        choice.part === undefined ? value : { ...partsOf(choice.setting), [choice.part]: value },
    };
    const changed = await ask("policy.change", { policy: whole });
    status.say(changed.ok ? "Saved." : "That may not be changed here.", changed.ok ? "good" : "bad");
    if (!changed.ok) return false;
    current.set(choice.path, value);
    return true;
  }
  function partsOf(setting: SettingName): Record<string, ChoiceValue> {
    const parts = choices.filter((choice) => choice.setting === setting);
    return Object.fromEntries(
      parts.map((choice) => [choice.part ?? "", current.get(choice.path) ?? choice.fallback]),
    );
  }
  const current = new Map(choices.map((choice) => [choice.path, valueIn(read.policy, choice)]));

  return h(
    "div",
    { class: "form" },
    only.length > 1 &&
      h(
        "p",
        {},
        h("b", {}, `${sourceWords[read.source]}.`),
        " What is set here can only be stricter than that.",
      ),
    ...(only.length > 1 ? drawFaults(read) : []),
    ...only.map((setting) => drawSetting(setting, read, change)),
    status.element,
  );
}

function drawFaults({ faults }: PolicyRead): HTMLElement[] {
  if (faults.length === 0) return [];
  return [
    h(
      "div",
      { class: "notice" },
      h(
        "p",
        {},
        h("b", {}, "The administrator’s policy has faults."),
        " The strictest known value is in force for each:",
      ),
      h(
        "ul",
        { class: "plain-list" },
        ...faults.map(({ path, problem }) => h("li", {}, h("code", {}, path), ` ${problem}`)),
      ),
    ),
  ];
}

type Change = (choice: Choice, value: ChoiceValue) => Promise<boolean>;

function drawSetting(setting: SettingName, read: PolicyRead, change: Change): HTMLElement {
  const { title, words } = settings[setting];
  const own = choices.filter((choice) => choice.setting === setting);
  return h(
    "fieldset",
    { class: "setting", "aria-describedby": `${setting}-words` },
    h("legend", {}, title),
    h("p", { class: "help", id: `${setting}-words` }, words),
    h("div", { class: "choices" }, ...own.map((choice) => drawChoice(choice, title, read, change))),
  );
}

function drawChoice(choice: Choice, title: string, read: PolicyRead, change: Change): HTMLElement {
  const label = choice.part === undefined ? title : (partWords[choice.part] ?? choice.part);
  const value = valueIn(read.policy, choice);
  const floor = valueIn(read.floor, choice);
  const isManaged = read.fixed.includes(choice.path);
  const open = choice.values.filter((one) =>
    choice.level === "open" && isManaged ? one === floor : rank(choice, one) >= rank(choice, floor),
  );
  const note = isManaged ? "Set by your administrator" : open.length === 1 ? "Cannot be loosened" : undefined;
  const id = `choice-${choice.path.replaceAll(".", "-")}`;
  const row = (control: HTMLElement): HTMLElement =>
    h(
      "div",
      { class: "choice" },
      h("label", { for: id, class: choice.part === undefined ? "unseen" : undefined }, label),
      h(
        "span",
        { class: "control" },
        note !== undefined && h("span", { class: "fixed", id: `${id}-note` }, note),
        control,
      ),
    );
  const shared = {
    id,
    disabled: open.length === 1,
    "aria-describedby": note === undefined ? undefined : `${id}-note`,
  };

  if (typeof value === "boolean") {
    const box = h("input", { ...shared, type: "checkbox", role: "switch", class: "switch", checked: value });
    box.addEventListener("change", () => {
      const wanted = box.checked;
      void change(choice, wanted).then((done) => (box.checked = done ? wanted : !wanted));
    });
    return row(box);
  }
  const select = h(
    "select",
    shared,
    ...choice.values.map((one) =>
      h(
        "option",
        { value: String(one), selected: one === value, disabled: !open.includes(one) },
        valueWords(one),
      ),
    ),
  );
  let before = select.value;
  select.addEventListener("change", () => {
    const wanted = select.value;
    void change(choice, wanted).then((done) => {
      if (done) before = wanted;
      select.value = before;
      return done;
    });
  });
  return row(select);
}

function valueIn(policy: PolicyRead["policy"], choice: Choice): ChoiceValue {
  const value = readChoice(policy, choice);
  return isValueOf(choice, value) ? value : choice.fallback;
}
