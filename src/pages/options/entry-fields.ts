/** The controls in which one entry of a list is typed, made from its schema. */
import { fieldValueWords, fieldWords } from "../shared/field-words.ts";
import { h } from "../shared/h.ts";
import type { Field, Shape } from "../shared/schema-shape.ts";
import { checkedField } from "./section.ts";
import { t } from "../../platform/i18n.ts";

/** Longer texts get a box of several lines. */
const lineLimit = 300;

export interface EntryFields {
  readonly elements: readonly HTMLElement[];
  /** What is typed, as a policy file writes it; what is empty is left out. */
  readonly read: () => unknown;
  /** Says what is wrong, at the control of this part; at the first where there is none. */
  readonly fail: (problem: string, part?: string) => void;
  readonly quiet: () => void;
  readonly clear: () => void;
  readonly focus: () => void;
}

interface Control {
  readonly element: HTMLElement;
  readonly read: () => unknown;
  readonly clear: () => void;
}

/** A list of texts has one part, `text`. */
export function entryFields(setting: string, item: Shape): EntryFields {
  const isWhole = item.kind !== "fields";
  const fields: readonly Field[] = isWhole
    ? [{ name: "text", shape: item, isOptional: false, fallback: undefined }]
    : item.fields;
  const drawn = fields.map((field) => {
    const { label, help = "" } = fieldWords(setting, field.name);
    const id = `${setting}-${field.name}`;
    const control = drawControl(field, id);
    const isExtra = field.isOptional && field.fallback === undefined;
    const checked =
      field.shape.kind === "several-of"
        ? boxedField(id, label, help, control.element)
        : checkedField(id, isExtra ? t("options_optional", label) : label, help, control.element);
    return { name: field.name, control, checked };
  });
  const [first] = drawn;
  return {
    elements: drawn.map(({ checked }) => checked.element),
    read() {
      if (isWhole) return first?.control.read();
      const given = drawn.map(({ name, control }) => [name, control.read()] as const);
      return Object.fromEntries(given.filter(([, value]) => value !== undefined));
    },
    fail(problem, part) {
      (drawn.find(({ name }) => name === part) ?? first)?.checked.fail(problem);
    },
    quiet() {
      for (const { checked } of drawn) checked.clear();
    },
    clear() {
      for (const { control } of drawn) control.clear();
    },
    focus: () => first?.control.element.focus(),
  };
}

function drawControl({ shape, isOptional, fallback }: Field, id: string): Control {
  if (shape.kind === "one-of") return drawSelect(shape.values, isOptional && fallback === undefined);
  if (shape.kind === "several-of") return drawBoxes(shape.values, id);
  if (shape.kind === "on-off") {
    const box = h("input", { type: "checkbox" });
    return { element: box, read: () => box.checked, clear: () => void (box.checked = fallback === true) };
  }
  if (shape.kind === "number") {
    const box = h("input", { type: "number", min: shape.least, max: shape.most });
    return typed(box, () => (box.value === "" ? undefined : box.valueAsNumber));
  }
  if (shape.kind === "list") {
    const box = h("textarea", { rows: 2, autocomplete: "off", spellcheck: "false" });
    const lines = (): string[] => box.value.split("\n").filter((line) => line.trim() !== "");
    return typed(box, () => (lines().length === 0 && isOptional ? undefined : lines()));
  }
  const isLong = shape.kind === "text" && (shape.most ?? 0) > lineLimit;
  const box = isLong
    ? h("textarea", { rows: 3, autocomplete: "off" })
    : h("input", { type: "text", autocomplete: "off", spellcheck: "false" });
  return typed(box, () => (box.value.trim() === "" && isOptional ? undefined : box.value));
}

const typed = (element: HTMLInputElement | HTMLTextAreaElement, read: () => unknown): Control => ({
  element,
  read,
  clear() {
    element.value = "";
  },
});

function drawSelect(values: readonly string[], mayBeEmpty: boolean): Control {
  const select = h(
    "select",
    {},
    mayBeEmpty && h("option", { value: "" }, "–"),
    ...values.map((one) => h("option", { value: one }, fieldValueWords(one))),
  );
  return {
    element: select,
    read: () => (select.value === "" ? undefined : select.value),
    clear() {
      select.selectedIndex = 0;
    },
  };
}

function drawBoxes(values: readonly string[], id: string): Control {
  const boxes = values.map((value) => ({
    value,
    box: h("input", { type: "checkbox", id: `${id}-${value}` }),
  }));
  const chosen = (): string[] => boxes.filter(({ box }) => box.checked).map(({ value }) => value);
  return {
    element: h(
      "div",
      { class: "boxes" },
      ...boxes.map(({ value, box }) =>
        h("label", { class: "inline", for: `${id}-${value}` }, box, ` ${fieldValueWords(value)}`),
      ),
    ),
    read: () => (chosen().length === 0 ? undefined : chosen()),
    clear() {
      for (const { box } of boxes) box.checked = false;
    },
  };
}

/** Several controls under one name. */
function boxedField(
  id: string,
  label: string,
  help: string,
  control: HTMLElement,
): ReturnType<typeof checkedField> {
  const error = h("p", { class: "error", id: `${id}-error`, role: "alert" });
  const element = h(
    "fieldset",
    { id, class: "field", "aria-describedby": `${id}-help ${id}-error` },
    h("legend", {}, label),
    h("p", { class: "help", id: `${id}-help` }, help),
    control,
    error,
  );
  return {
    element,
    fail(problem) {
      error.textContent = problem;
      control.querySelector("input")?.focus();
    },
    clear() {
      error.textContent = "";
    },
  };
}
