/** One reply that is risky: why, where it stands, and what could stand there instead. */
import type { PastChecked, PastReply } from "../../contract/look-back.ts";
import { t } from "../../platform/i18n.ts";
import { categoryWords, siteWords, surfaceWords } from "../../platform/words.ts";
import { button, h } from "../shared/h.ts";

export interface RiskyActions {
  /** Checks it once more in this reply's place, and copies it if it passes; says what came of it. */
  copy(text: string, reply: PastReply): Promise<void>;
}

export function drawRisky(
  reply: PastReply,
  checked: PastChecked,
  id: string,
  actions: RiskyActions,
): HTMLElement {
  const [alternative] = checked.alternatives;
  return h(
    "li",
    {},
    h(
      "article",
      { "aria-labelledby": id },
      h("h3", { id }, placeWords(reply)),
      reply.thread !== null &&
        reply.thread.author !== "" &&
        h("p", { class: "soft" }, h("bdi", {}, t("look_back_answers", reply.thread.author))),
      h("p", { class: "text", "data-verdict": checked.verdict, dir: "auto" }, reply.text),
      h("ul", { class: "findings" }, ...checked.findings.map(drawFinding)),
      alternative === undefined
        ? h("p", { class: "suggested" }, t("look_back_no_replacement"))
        : drawSuggested(alternative, id, () => actions.copy(alternative, reply)),
      h(
        "div",
        { class: "actions" },
        reply.link !== null &&
          h(
            "a",
            { href: reply.link, target: "_blank", rel: "noopener noreferrer", "aria-describedby": id },
            t("look_back_on_site_new"),
          ),
        checked.record === "standing" && h("span", { class: "soft" }, t("look_back_on_record")),
      ),
    ),
  );
}

function placeWords({ surface, site, date }: PastReply): string {
  const [what, where] = [surfaceWords(surface), siteWords(site)];
  return date === "" ? t("look_back_place", what, where) : t("look_back_place_date", what, where, date);
}

const drawFinding = ({ category, quote, why, source }: PastChecked["findings"][number]): HTMLElement =>
  h(
    "li",
    { class: "finding" },
    h("b", {}, categoryWords(category)),
    quote !== "" && h("q", { dir: "auto" }, quote),
    h("p", {}, why),
    source !== "" && h("p", { class: "source" }, source),
  );

function drawSuggested(text: string, id: string, copy: () => Promise<void>): HTMLElement {
  const words = h("p", { id: `${id}-instead`, dir: "auto" }, text);
  const press = button(t("popup_copy"), "plain", () => {
    press.disabled = true;
    void copy().finally(() => {
      press.disabled = false;
      press.focus();
    });
  });
  press.setAttribute("aria-describedby", words.id);
  return h("div", { class: "suggested" }, h("h4", {}, t("look_back_replacement")), words, press);
}
