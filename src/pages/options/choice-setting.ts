import { choices } from "../../contract/choices.ts";
import type { Choice } from "../../contract/choices.ts";
import type { ChoiceName } from "../../contract/policy.ts";
import { furtherNames, furtherSites } from "../../contract/further-sites.ts";
import { siteWords } from "../../platform/words.ts";
import { h } from "../shared/h.ts";
import { meaningWords, partWords, switchWords } from "../shared/policy-words.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import { mixedStanding, shortStanding, standingWords } from "../shared/state-words.ts";
import { choiceControl, controlId } from "./choice-control.ts";
import type { ChangeChoice } from "./choice-control.ts";
import { choiceIn } from "../shared/choice-in.ts";
import { choiceStanding } from "./choice-facts.ts";
import { partsTable } from "./parts-table.ts";
import type { PolicyView } from "./policy-view.ts";
import { settingFrame } from "./setting-frame.ts";
import type { Say } from "./setting-frame.ts";
import { withChoice } from "./with-choice.ts";
import { t } from "../../platform/i18n.ts";

/** A setting that is a choice: one control, one for each part, or a table where the parts have parts. */
export function choiceSetting(name: ChoiceName, view: PolicyView, say: Say): HTMLElement {
  const own = choices.filter(({ setting }) => setting === name);
  const [only, ...others] = own;
  const frame = settingFrame(name, only !== undefined && others.length === 0);
  const change: ChangeChoice = async (choice, value) => {
    // The first thing in the click: a browser asks only while it is one. Without its answer the button above stays to ask.
    const site =
      name === "sites" && value === true ? furtherNames.find((one) => one === choice.part) : undefined;
    const hosts = site === undefined ? [] : furtherSites[site].map(({ host }) => host);
    if (site !== undefined && !(await view.askAccess(hosts).catch(() => true))) {
      say(t("options_is_not_guarded_nobody_has_allowed", siteWords(site)), "bad");
      return false;
    }
    const changed = await view.change(withChoice({}, choice, value, view.now().policy));
    say(
      changed.ok ? t("options_saved") : t("options_that_may_not_be_changed_here"),
      changed.ok ? "good" : "bad",
    );
    return changed.ok;
  };
  if (own.some(({ part }) => part?.includes(".") === true))
    frame.body.append(partsTable(name, own, frame, view, change));
  else if (only && others.length === 0) frame.body.append(single(only, frame, view, change));
  else frame.body.append(parts(own, frame, view, change));
  const follow = (read: PolicyReport): void =>
    frame.stand(
      sharedStanding(own, read) ??
        mixedStanding(
          own.map((choice) => choiceStanding(choice, read)),
          read.policy.contact,
        ),
    );
  follow(view.now());
  view.onChange(follow);
  return frame.element;
}

type Frame = ReturnType<typeof settingFrame>;

function single(choice: Choice, frame: Frame, view: PolicyView, change: ChangeChoice): HTMLElement {
  const meaning = h("p", { class: "meaning", id: `${controlId(choice)}-meaning` });
  const label = h("label", { class: "unseen" }, frame.title);
  const control = choiceControl(
    { choice, label, change, describedBy: `${meaning.id} ${frame.standingId}` },
    view.now(),
  );
  const follow = (read: PolicyReport): void => {
    control.update(read);
    meaning.textContent = meaningWords(choice, choiceIn(read.policy, choice));
  };
  follow(view.now());
  view.onChange(follow);
  return h("div", { class: "single-choice" }, label, control.element, meaning);
}

function parts(own: readonly Choice[], frame: Frame, view: PolicyView, change: ChangeChoice): HTMLElement {
  const rows = own.map((choice) => {
    const note = h("span", { class: "fixed", id: `${controlId(choice)}-note` });
    const label = h("label", {}, partWords(choice.part ?? ""));
    const control = choiceControl(
      { choice, label, change, describedBy: `${note.id} ${frame.standingId}` },
      view.now(),
    );
    const follow = (read: PolicyReport): void => {
      control.update(read);
      // Said once for all of them where it is the same for all.
      note.textContent =
        sharedStanding(own, read) === undefined ? shortStanding(choiceStanding(choice, read)) : "";
    };
    follow(view.now());
    view.onChange(follow);
    return h("div", { class: "choice" }, label, h("span", { class: "choice-end" }, note, control.element));
  });
  return h("div", {}, h("div", { class: "choices" }, ...rows), legend(own));
}

/** What each value means, where the controls have no room for it. */
export function legend(own: readonly Choice[]): HTMLElement | false {
  const [first] = own;
  return (
    first !== undefined &&
    h(
      "dl",
      { class: "legend" },
      ...first.values.map((value) =>
        h("div", {}, h("dt", {}, switchWords(value)), h("dd", {}, meaningWords(first, value))),
      ),
    )
  );
}

const standingIn = (choice: Choice, read: PolicyReport): string =>
  standingWords(choiceStanding(choice, read), read.policy.contact);

/** Undefined where it is not the same for all of them. */
function sharedStanding(own: readonly Choice[], read: PolicyReport): string | undefined {
  const all = new Set(own.map((choice) => standingIn(choice, read)));
  return all.size === 1 ? [...all][0] : undefined;
}
