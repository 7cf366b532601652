/** What the steps of the test have in common. */
import { t } from "../../platform/i18n.ts";
import { h } from "../shared/h.ts";

export interface Step {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly done: (right: boolean) => void;
}

/** Takes the focus when its step is shown, so that a screen reader says where one is. */
export const heading = ({ number, of }: Step): HTMLElement =>
  h("h3", { tabindex: -1, class: "step-title" }, t("practice_test_step", number, of));

export const drawAnswered = (author: string, text: string): HTMLElement =>
  h(
    "figure",
    { class: "answered" },
    h("figcaption", {}, t("practice_test_writes", author)),
    h("blockquote", {}, text),
  );
