/** Trying a policy: a file is read as the options page reads one that is to be taken over, and is in force in this room alone. */
import { inForce } from "../../contract/policy-file.ts";
import { surface as surfaces } from "../../contract/draft.ts";
import { plural, t } from "../../platform/i18n.ts";
import { siteWords, surfaceWords } from "../../platform/words.ts";
import { readPolicyFile } from "../options/policy-file/read-file.ts";
import { checkedField, statusLine } from "../options/section.ts";
import { button, h } from "../shared/h.ts";
import type { Trial } from "./room-ask.ts";
import { roomSites } from "./scenes.ts";

export interface TrialForm {
  /** Where a file is chosen, and what is wrong with it. */
  readonly element: HTMLElement;
  /** Above the room while a policy is tried. */
  readonly banner: HTMLElement;
}

export function drawTrial(changed: (trial: Trial | undefined) => void): TrialForm {
  const chosen = h("input", { type: "file", accept: ".json,application/json" });
  const field = checkedField(
    "practice-policy",
    t("practice_trial_file"),
    t("practice_trial_file_help"),
    chosen,
  );
  const status = statusLine();
  const place = h("div", { id: "practice-policy-faults" });
  const banner = h("div", { class: "banner", hidden: true });
  let turn = 0;

  function drop(): void {
    turn += 1;
    chosen.value = "";
    field.clear();
    place.replaceChildren();
    banner.hidden = true;
    changed(undefined);
    status.say(t("practice_trial_ended"));
  }

  async function take(): Promise<void> {
    const mine = (turn += 1);
    const [file] = chosen.files ?? [];
    field.clear();
    status.say("");
    place.replaceChildren();
    banner.hidden = true;
    changed(undefined);
    if (!file) return;
    const seen = await readPolicyFile(file);
    // Another file was chosen meanwhile.
    if (mine !== turn) return;
    if (!seen.file) {
      place.replaceChildren(lines(t("practice_trial_faulty"), seen.faults));
      field.fail(plural("practice_trial_faults", seen.faults.length));
      return;
    }
    if (seen.doubts.length > 0) place.replaceChildren(lines(t("practice_trial_doubts"), seen.doubts));
    const { policy } = inForce(seen.file);
    const trial: Trial = { name: file.name, policy, isFollowed: true };
    banner.replaceChildren(...drawBanner(trial, changed, drop));
    banner.hidden = false;
    changed(trial);
    status.say(t("practice_trial_taken", file.name), "good");
  }
  chosen.addEventListener("change", () => void take());

  return { element: h("div", { class: "form" }, field.element, status.element, place), banner };
}

function drawBanner(trial: Trial, changed: (trial: Trial) => void, drop: () => void): HTMLElement[] {
  const choice = (isFollowed: boolean, words: string): HTMLElement => {
    const radio = h("input", { type: "radio", name: "followed", checked: isFollowed });
    radio.addEventListener("change", () => changed({ ...trial, isFollowed }));
    return h("label", { class: "inline" }, radio, ` ${words}`);
  };
  return [
    h("p", {}, h("b", {}, t("practice_trial_title", trial.name)), " ", t("practice_trial_not_taken")),
    h(
      "fieldset",
      { class: "followed" },
      h("legend", {}, t("practice_trial_follow")),
      choice(true, t("practice_trial_follow_file")),
      choice(false, t("practice_trial_follow_now")),
    ),
    ...remarks(trial).map((words) => h("p", { class: "soft" }, words)),
    h("p", {}, button(t("practice_trial_stop"), "plain", drop)),
  ];
}

/** What the file says of when and where it holds, which is not so in this room. */
function remarks({ policy }: Trial): string[] {
  const off = [
    ...roomSites.filter((site) => !policy.sites[site]).map(siteWords),
    ...surfaces.options.filter((one) => !policy.surfaces[one]).map(surfaceWords),
  ];
  return [
    ...(off.length > 0 ? [t("practice_trial_off", off.join(", "))] : []),
    ...(policy.monitor ? [t("practice_trial_monitor", policy.monitor.until)] : []),
  ];
}

function lines(title: string, each: readonly string[]): HTMLElement {
  return h(
    "div",
    { class: "notice" },
    h("p", {}, h("b", {}, title)),
    h("ul", { class: "plain-list" }, ...each.map((one) => h("li", {}, one))),
  );
}
