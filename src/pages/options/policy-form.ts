import { choices, isValueOf, rank, readChoice } from "../../contract/choices.ts";
import type { Choice, ChoiceValue } from "../../contract/choices.ts";
import type { Response, WorkerChannels } from "../../contract/messages.ts";
import { settings } from "../../contract/policy.ts";
import type { ChoiceName } from "../../contract/policy.ts";
import { categoryWords, siteWords } from "../../contract/words.ts";
import { ask } from "../shared/ask-worker.ts";
import { h } from "../shared/h.ts";
import { sourceWords, valueWords } from "../shared/policy-words.ts";
import { statusLine } from "./section.ts";

type PolicyRead = Response<WorkerChannels, "policy.read">;

const partWords: Readonly<Record<string, string>> = { ...categoryWords, ...siteWords };

/** The settings `only`, each with the values that this seat may choose; a change is kept at once. */
export async function drawPolicyForm(only: readonly ChoiceName[]): Promise<HTMLElement> {
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
  function partsOf(setting: ChoiceName): Record<string, ChoiceValue> {
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
    ...only.map((setting) => drawSetting(setting, read, change, only.length === 1)),
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

function drawSetting(setting: ChoiceName, read: PolicyRead, change: Change, isAlone: boolean): HTMLElement {
  const { title, words } = settings[setting];
  const own = choices.filter((choice) => choice.setting === setting);
  const hasParts = own.some(({ part }) => part !== undefined);
  const isAtStrictest = own.every((choice) => openValues(choice, read).length === 1);
  return h(
    "div",
    {
      class: `setting${hasParts ? "" : " single"}`,
      role: "group",
      "aria-label": isAlone ? title : undefined,
      "aria-labelledby": isAlone ? undefined : `${setting}-title`,
      "aria-describedby": `${setting}-words`,
    },
    h(
      "div",
      {},
      !isAlone && h("h3", { id: `${setting}-title` }, title),
      h("p", { class: "help", id: `${setting}-words` }, words),
      isAtStrictest && h("p", { class: "help" }, "At its strictest. It cannot be loosened at this browser."),
    ),
    h("div", { class: "choices" }, ...own.map((choice) => drawChoice(choice, title, read, change))),
  );
}

/** The values of a choice that this seat may take. */
function openValues(choice: Choice, read: PolicyRead): readonly ChoiceValue[] {
  const floor = valueIn(read.floor, choice);
  const level = read.states[choice.path]?.level ?? "fixed";
  if (level === "default") return choice.values;
  if (level === "fixed") return [floor];
  return choice.values.filter((value) => rank(choice, value) >= rank(choice, floor));
}

const isFromAdmin = (origin: string | undefined): boolean => origin === "managed" || origin === "last-good";

function drawChoice(choice: Choice, title: string, read: PolicyRead, change: Change): HTMLElement {
  const label = choice.part === undefined ? title : (partWords[choice.part] ?? choice.part);
  const labelClass = choice.part === undefined ? "unseen" : undefined;
  const value = valueIn(read.policy, choice);
  const open = openValues(choice, read);
  const isManaged = isFromAdmin(read.states[choice.path]?.origin);
  const id = `choice-${choice.path.replaceAll(".", "-")}`;
  const note = isManaged && h("span", { class: "fixed", id: `${id}-note` }, "Set by your administrator");
  if (open.length === 1) {
    return h(
      "div",
      { class: "choice" },
      h("span", { class: labelClass }, label),
      h("span", { class: "control" }, note, h("span", { class: "value", id }, valueWords(value))),
    );
  }
  const described = isManaged ? `${id}-note` : undefined;
  const control =
    typeof value === "boolean"
      ? drawSwitch(id, described, value, (wanted) => change(choice, wanted))
      : drawSelect(id, described, choice, value, open, (wanted) => change(choice, wanted));
  return h(
    "div",
    { class: "choice" },
    h("label", { for: id, class: labelClass }, label),
    h("span", { class: "control" }, note, control),
  );
}

function drawSwitch(
  id: string,
  described: string | undefined,
  value: boolean,
  change: (wanted: boolean) => Promise<boolean>,
): HTMLElement {
  const box = h("input", {
    id,
    type: "checkbox",
    role: "switch",
    class: "switch",
    checked: value,
    "aria-describedby": described,
  });
  box.addEventListener("change", () => void take());
  async function take(): Promise<void> {
    const wanted = box.checked;
    if (!(await change(wanted))) box.checked = !wanted;
  }
  return box;
}

function drawSelect(
  id: string,
  described: string | undefined,
  choice: Choice,
  value: ChoiceValue,
  open: readonly ChoiceValue[],
  change: (wanted: ChoiceValue) => Promise<boolean>,
): HTMLElement {
  const select = h(
    "select",
    { id, "aria-describedby": described },
    ...choice.values.map((one) =>
      h(
        "option",
        { value: String(one), selected: one === value, disabled: !open.includes(one) },
        valueWords(one),
      ),
    ),
  );
  let before = select.value;
  select.addEventListener("change", () => void take());
  async function take(): Promise<void> {
    if (await change(select.value)) before = select.value;
    else select.value = before;
  }
  return select;
}

function valueIn(policy: PolicyRead["policy"], choice: Choice): ChoiceValue {
  const value = readChoice(policy, choice);
  return isValueOf(choice, value) ? value : choice.fallback;
}
