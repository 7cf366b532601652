import { declared } from "../../contract/policy.ts";
import type { SettingName } from "../../contract/policy.ts";
import { h } from "../shared/h.ts";
import { declaredWords } from "../../platform/declared-words.ts";

/** What came of something that was done on this part of the page. */
export type Say = (words: string, kind: "good" | "bad") => void;

export interface SettingFrame {
  readonly element: HTMLElement;
  /** For what is drawn in it. */
  readonly body: HTMLElement;
  readonly title: string;
  readonly standingId: string;
  /** Who has set it, and who may change it. */
  readonly stand: (words: string) => void;
}

/** Name, words and standing of a setting, whatever its kind. `isShort`: its control has room beside them. */
export function settingFrame(name: SettingName, isShort: boolean): SettingFrame {
  const title = declaredWords(declared[name].title);
  const words = declaredWords(declared[name].words);
  const body = h("div", { class: "setting-body" });
  const standing = h("p", { class: "fixed standing-line", id: `${name}-standing` });
  const element = h(
    "div",
    {
      class: `setting${isShort ? " single" : ""}`,
      role: "group",
      "data-setting": name,
      "aria-labelledby": `${name}-title`,
      "aria-describedby": `${name}-words`,
    },
    h(
      "div",
      { class: "setting-head" },
      h("h3", { id: `${name}-title` }, title),
      h("p", { class: "help", id: `${name}-words` }, words),
      standing,
    ),
    body,
  );
  return {
    element,
    body,
    title,
    standingId: standing.id,
    stand(words) {
      standing.textContent = words;
      standing.hidden = words === "";
    },
  };
}
