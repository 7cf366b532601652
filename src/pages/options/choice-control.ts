import type { Choice, ChoiceValue } from "../../contract/choices.ts";
import { h } from "../shared/h.ts";
import { choiceWords, valueWords } from "../shared/policy-words.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import { choiceIn } from "../shared/choice-in.ts";
import { openValues } from "./choice-facts.ts";
import { t } from "../../platform/i18n.ts";

/** False: it was not kept, and the control goes back. */
export type ChangeChoice = (choice: Choice, value: ChoiceValue) => Promise<boolean>;

export interface ControlOptions {
  readonly choice: Choice;
  /** Tied to the control while there is one. */
  readonly label: HTMLLabelElement;
  readonly describedBy: string;
  readonly change: ChangeChoice;
  /** The choice whose value holds where this one has none of its own. */
  readonly general?: Choice | undefined;
}

export interface ChoiceControl {
  readonly element: HTMLElement;
  readonly update: (read: PolicyReport) => void;
}

export const controlId = ({ path }: Choice): string => `choice-${path.replaceAll(".", "-")}`;

interface View {
  readonly value: ChoiceValue;
  readonly open: readonly ChoiceValue[];
  readonly general: ChoiceValue | undefined;
}

/** A select, a switch, or the value alone where nothing can be chosen. Only what has changed is drawn again. */
export function choiceControl(options: ControlOptions, first: PolicyReport): ChoiceControl {
  const { choice, general } = options;
  const element = h("span", { class: "control" });
  let drawn = "";

  function update(read: PolicyReport): void {
    const view: View = {
      value: choiceIn(read.policy, choice),
      open: openValues(choice, read),
      general: general && choiceIn(read.policy, general),
    };
    const wanted = JSON.stringify(view);
    if (wanted === drawn) return;
    const hadFocus = element.contains(document.activeElement);
    drawn = wanted;
    element.replaceChildren(drawControl(options, view));
    if (isOpen(view)) options.label.htmlFor = controlId(choice);
    else options.label.removeAttribute("for");
    if (hadFocus) document.getElementById(controlId(choice))?.focus();
  }
  update(first);
  return { element, update };
}

/** Nobody at this browser can choose: what is open is what is in force. */
export const isOpen = ({ open }: Pick<View, "open">): boolean => open.length > 1;

function drawControl(options: ControlOptions, view: View): HTMLElement {
  const { choice } = options;
  const id = controlId(choice);
  if (!isOpen(view)) return h("span", { class: "value", id, tabindex: -1 }, choiceWords(choice, view.value));
  return typeof view.value === "boolean" && options.general === undefined
    ? drawSwitch(options, view.value)
    : drawSelect(options, view);
}

function drawSwitch({ choice, describedBy, change }: ControlOptions, value: boolean): HTMLElement {
  const box = h("input", {
    id: controlId(choice),
    type: "checkbox",
    role: "switch",
    class: "switch",
    checked: value,
    "aria-describedby": describedBy,
  });
  box.addEventListener("change", () => void take());
  async function take(): Promise<void> {
    const wanted = box.checked;
    if (!(await change(choice, wanted))) box.checked = !wanted;
  }
  return box;
}

const asInGeneral = "";

function drawSelect(options: ControlOptions, { value, open, general }: View): HTMLElement {
  const { choice, describedBy, change } = options;
  const select = h(
    "select",
    { id: controlId(choice), "aria-describedby": describedBy },
    general !== undefined &&
      h(
        "option",
        { value: asInGeneral, disabled: !open.includes(general) },
        t("options_as_in_general", valueWords(general)),
      ),
    ...choice.values
      .filter((one) => one !== general)
      .map((one) => h("option", { value: String(one), disabled: !open.includes(one) }, valueWords(one))),
  );
  select.value = value === general ? asInGeneral : String(value);
  let before = select.value;
  select.addEventListener("change", () => void take());
  async function take(): Promise<void> {
    const chosen =
      select.value === asInGeneral ? general : choice.values.find((one) => String(one) === select.value);
    if (chosen !== undefined && (await change(choice, chosen))) before = select.value;
    else select.value = before;
  }
  return select;
}
