import type { Practice } from "../../../engine/model.ts";
import type { ask } from "../../shared/ask-worker.ts";
import { button, h } from "../../shared/h.ts";
import { count } from "../../shared/words.ts";
import { refusalWords } from "../list-setting.ts";
import { awaitedWords, isAwaited } from "../policy-view.ts";
import type { PolicyView } from "../policy-view.ts";
import { checkedField, statusLine } from "../section.ts";
import { planImport, wantedOf } from "./import-plan.ts";
import type { Change, ImportPlan, LeftOut } from "./import-plan.ts";
import { readPolicyFile } from "./read-file.ts";

/** Takes from a policy file what this browser may set: reads it, shows what would change, and changes all of that or nothing. */
export function drawImport(
  view: PolicyView,
  tell: typeof ask,
  ownPractice: () => Promise<Practice>,
): HTMLElement {
  const chosen = h("input", { type: "file", accept: ".json,application/json" });
  const field = checkedField(
    "policy-file-chosen",
    "Policy file",
    "JSON, up to 1 MB. It is read here and sent nowhere.",
    chosen,
  );
  const status = statusLine();
  const place = h("div", { id: "policy-file-plan", tabindex: -1 });
  let turn = 0;

  async function read(): Promise<void> {
    const mine = (turn += 1);
    const [file] = chosen.files ?? [];
    field.clear();
    status.say("");
    place.replaceChildren();
    if (!file) return;
    const seen = await readPolicyFile(file);
    await view.refresh();
    const practice = await ownPractice();
    // Another file was chosen meanwhile.
    if (mine !== turn) return;
    if (!seen.file) {
      place.replaceChildren(lines("Nothing was changed: the file has faults.", seen.faults));
      return field.fail(`The file has ${count(seen.faults.length, "fault", "faults")}.`);
    }
    if (isAwaited(view.now())) return field.fail(awaitedWords);
    show(planImport(seen.file, view.now(), practice), seen.doubts);
  }

  function show(plan: ImportPlan, doubts: readonly string[]): void {
    const firm = plan.changes.filter(({ effect }) => effect !== "loosens");
    const looser = plan.changes.filter(({ effect }) => effect === "loosens");
    const alsoLooser = h("input", { type: "checkbox", id: "policy-file-looser" });
    const apply = button("Apply to this browser", "primary", () => void take());

    async function take(): Promise<void> {
      const agreed = [...firm, ...(alsoLooser.checked ? looser : [])];
      if (agreed.length === 0) return status.say("There is nothing to apply.", "bad");
      apply.disabled = true;
      const changed = await tell("policy.change", wantedOf(plan, agreed));
      if (!changed.ok) {
        apply.disabled = false;
        return status.say(`Nothing was changed. ${refusalWords(changed.code)}`, "bad");
      }
      await view.refresh();
      place.replaceChildren();
      chosen.value = "";
      status.say(`Applied: ${count(agreed.length, "setting", "settings")}.`, "good");
      chosen.focus();
    }

    place.replaceChildren(
      ...(doubts.length === 0
        ? []
        : [lines("The file can be used. To be mended before it is handed out:", doubts)]),
      changes("What it makes stricter, or changes", firm),
      changes("What it makes looser", looser),
      leftOut(plan.leftOut),
      ...(plan.changes.length === 0
        ? [h("p", { class: "empty" }, "There is nothing in it that this browser could take over.")]
        : [
            ...(looser.length === 0
              ? []
              : [
                  h(
                    "label",
                    { class: "inline", for: alsoLooser.id },
                    alsoLooser,
                    " Also apply what makes it looser",
                  ),
                ]),
            h(
              "div",
              { class: "actions" },
              apply,
              button("Cancel", "plain", () => {
                place.replaceChildren();
                chosen.value = "";
                status.say("Nothing was changed.");
                chosen.focus();
              }),
            ),
          ]),
    );
    place.focus();
  }
  chosen.addEventListener("change", () => void read());

  return h(
    "div",
    { class: "setting", role: "group", "aria-labelledby": "take-policy-title" },
    h("h3", { id: "take-policy-title" }, "Take settings from a policy file"),
    h(
      "p",
      { class: "help" },
      "Only for this browser, and only what it may set by itself. You see what would change before anything does.",
    ),
    field.element,
    place,
    status.element,
  );
}

function lines(title: string, each: readonly string[]): HTMLElement {
  return h(
    "div",
    { class: "notice" },
    h("p", {}, h("b", {}, title)),
    h("ul", { class: "plain-list" }, ...each.map((one) => h("li", {}, one))),
  );
}

function changes(title: string, each: readonly Change[]): HTMLElement {
  const table = h(
    "table",
    {},
    h("caption", { class: "unseen" }, title),
    h("thead", {}, h("tr", {}, ...["Setting", "Now", "Then"].map((name) => h("th", { scope: "col" }, name)))),
    h(
      "tbody",
      {},
      ...each.map((one) =>
        h("tr", {}, h("td", {}, one.title), h("td", {}, one.before), h("td", {}, one.after)),
      ),
    ),
  );
  return h(
    "div",
    { class: "planned", hidden: each.length === 0 },
    h("h4", {}, title),
    h("div", { class: "scroll", role: "region", "aria-label": title, tabindex: 0 }, table),
  );
}

function leftOut(each: readonly LeftOut[]): HTMLElement {
  return h(
    "details",
    { class: "more", hidden: each.length === 0 },
    h("summary", {}, h("b", {}, `Left out: ${count(each.length, "setting", "settings")}`)),
    h(
      "ul",
      { class: "plain-list" },
      ...each.map(({ title, why }) => h("li", {}, h("b", {}, title), ` ${why}`)),
    ),
  );
}
