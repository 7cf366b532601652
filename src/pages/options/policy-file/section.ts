import type { Practice } from "../../../engine/model.ts";
import { emptyPractice } from "../../../contract/practice.ts";
import { settings } from "../../../contract/policy.ts";
import type { ask } from "../../shared/ask-worker.ts";
import { button, h } from "../../shared/h.ts";
import { download } from "../patients/download.ts";
import { awaitedWords, isAwaited } from "../policy-view.ts";
import type { PolicyView } from "../policy-view.ts";
import { statusLine } from "../section.ts";
import { exportedPolicy, fileName } from "./exported.ts";
import type { Exported } from "./exported.ts";
import { drawImport } from "./import-form.ts";
import { drawMaking } from "./make-form.ts";
import { declaredWords } from "../../../platform/declared-words.ts";
import { t } from "../../../platform/i18n.ts";

/** Saving what is in force as a file, making a policy of it, and taking settings from one. */
export function drawPolicyFile(view: PolicyView, tell: typeof ask): HTMLElement {
  const status = statusLine();

  /** This browser's own profile, in which policy's word is not counted. */
  async function ownPractice(): Promise<Practice> {
    const answer = await tell("practice.read", {});
    return (answer.ok ? answer.value.own : null) ?? emptyPractice;
  }

  async function saveInForce(): Promise<void> {
    await view.refresh();
    if (isAwaited(view.now())) return status.say(awaitedWords(), "bad");
    status.say(save(exportedPolicy(view.now(), await ownPractice())), "good");
  }

  const saving = button(t("options_save_the_policy_in_force"), "plain", () => void saveInForce());
  saving.id = "save-policy";
  return h(
    "div",
    { class: "form" },
    h(
      "div",
      { class: "setting", role: "group", "aria-labelledby": "save-policy-title" },
      h("h3", { id: "save-policy-title" }, t("options_save_what_is_in_force")),
      h("p", { class: "help" }, t("options_a_file_with_what_your_administrator", fileName)),
      h("div", { class: "actions" }, saving, status.element),
    ),
    drawMaking(view, ownPractice, save),
    drawImport(view, tell, ownPractice),
  );
}

/** Saves the file, and tells what is not in it. */
function save({ file, withoutSecret }: Exported): string {
  download(new Blob([textOf(file)], { type: "application/json" }), fileName);
  const left = withoutSecret.map((name) => `“${declaredWords(settings[name].title)}”`).join(", ");
  return left === ""
    ? t("options_saved_as", fileName)
    : t("options_saved_as_secrets_are_not_in", fileName, left);
}

export const textOf = (file: Exported["file"]): string => `${JSON.stringify(file, null, 2)}\n`;
