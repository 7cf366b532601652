import { button, h } from "../../shared/h.ts";
import type { Progress } from "./jobs.ts";
import { t } from "../../../platform/i18n.ts";

/** Screen readers hear how far it is at most this often, in milliseconds. */
const spokenEvery = 5000;

export interface WorkingView {
  readonly element: HTMLElement;
  show(progress: Progress): void;
}

/** How far it is, and the way out. `now`: milliseconds. */
export function drawWorking(title: string, cancel: (() => void) | undefined, now: () => number): WorkingView {
  const bar = h("progress", { max: 100, "aria-label": title });
  const words = h("p", { class: "help" });
  const spoken = h("p", { class: "unseen", role: "status" });
  let spokenAt = now();
  return {
    element: h(
      "div",
      { class: "preview", role: "group", "aria-labelledby": "working-title" },
      h("h3", { id: "working-title", tabindex: -1 }, title),
      bar,
      words,
      spoken,
      cancel && h("div", { class: "actions" }, button(t("options_cancel"), "plain", cancel)),
    ),
    show({ stage, fraction }) {
      const percent = Math.floor(fraction * 100);
      const said =
        stage === "reading"
          ? t("options_reading_and_forgetting_names", percent)
          : t("options_sealing_the_list_this_takes_a");
      if (stage === "reading") bar.value = percent;
      else bar.removeAttribute("value");
      words.textContent = said;
      if (now() - spokenAt < spokenEvery) return;
      spokenAt = now();
      spoken.textContent = said;
    },
  };
}
