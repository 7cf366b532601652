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
    if (isAwaited(view.now())) return status.say(awaitedWords, "bad");
    status.say(save(exportedPolicy(view.now(), await ownPractice())), "good");
  }

  const saving = button("Save the policy in force", "plain", () => void saveInForce());
  saving.id = "save-policy";
  return h(
    "div",
    { class: "form" },
    h(
      "div",
      { class: "setting", role: "group", "aria-labelledby": "save-policy-title" },
      h("h3", { id: "save-policy-title" }, "Save what is in force"),
      h(
        "p",
        { class: "help" },
        `A file ${fileName} with what your administrator and this browser have set. Settings that nobody has set are left out: they stay at their defaults. It never holds secrets.`,
      ),
      h("div", { class: "actions" }, saving, status.element),
    ),
    drawMaking(view, ownPractice, save),
    drawImport(view, tell, ownPractice),
  );
}

/** Saves the file, and tells what is not in it. */
function save({ file, withoutSecret }: Exported): string {
  download(new Blob([textOf(file)], { type: "application/json" }), fileName);
  const left = withoutSecret.map((name) => `“${settings[name].title}”`).join(", ");
  return left === ""
    ? `Saved as ${fileName}.`
    : `Saved as ${fileName}. Secrets are not in it. To be completed by hand: ${left}.`;
}

export const textOf = (file: Exported["file"]): string => `${JSON.stringify(file, null, 2)}\n`;
