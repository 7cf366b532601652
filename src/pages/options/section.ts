import { h } from "../shared/h.ts";

/** The line of a form that says what came of it; screen readers hear it. */
export function statusLine(): {
  readonly element: HTMLElement;
  readonly say: (words: string, kind?: "good" | "bad") => void;
} {
  const element = h("p", { class: "status", role: "status" });
  return {
    element,
    say(words, kind) {
      element.textContent = words;
      if (kind === undefined) delete element.dataset["kind"];
      else element.dataset["kind"] = kind;
    },
  };
}

/** A control with its label and a line of help, tied together. */
export function field(id: string, label: string, help: string, control: HTMLElement): HTMLElement {
  control.id = id;
  if (help !== "") control.setAttribute("aria-describedby", `${id}-help`);
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, label),
    help !== "" && h("p", { class: "help", id: `${id}-help` }, help),
    control,
  );
}

/** A field that can say what is wrong with it: the control is marked, and described by the error as well. */
export function checkedField(
  id: string,
  label: string,
  help: string,
  control: HTMLElement,
): { element: HTMLElement; fail: (problem: string) => void; clear: () => void } {
  const element = field(id, label, help, control);
  const error = h("p", { class: "error", id: `${id}-error`, role: "alert" });
  element.append(error);
  const described = control.getAttribute("aria-describedby") ?? "";
  return {
    element,
    fail(problem) {
      error.textContent = problem;
      control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-describedby", `${described} ${error.id}`.trim());
      control.focus();
    },
    clear() {
      error.textContent = "";
      control.removeAttribute("aria-invalid");
      control.setAttribute("aria-describedby", described);
    },
  };
}
