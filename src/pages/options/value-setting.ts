import { declared } from "../../contract/policy.ts";
import type { SettingName } from "../../contract/policy.ts";
import { drawValue } from "../shared/draw-value.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import { shownValue } from "../shared/shown-value.ts";
import { standingWords } from "../shared/state-words.ts";
import { hasManaged } from "./policy-view.ts";
import type { PolicyView } from "./policy-view.ts";
import { settingFrame } from "./setting-frame.ts";
import { isAdminOnly } from "./setting-groups.ts";

/** A setting that is one text, number or object: an administrator's, so it is read here and nothing more. */
export function valueSetting(name: SettingName, view: PolicyView): HTMLElement {
  const frame = settingFrame(name, false);
  let drawn = "";
  function follow(read: PolicyReport): void {
    const value: unknown = read.policy[name];
    const { origin, level } = read.states[name] ?? { origin: "default", level: declared[name].level };
    frame.stand(
      standingWords(
        {
          origin,
          level,
          hasManaged: hasManaged(read),
          isAdminOnly: isAdminOnly(name),
          isAtStrictest: false,
        },
        read.policy.contact,
      ),
    );
    const wanted = JSON.stringify(value);
    if (wanted === drawn) return;
    drawn = wanted;
    frame.body.replaceChildren(drawValue(shownValue(name, value)));
  }
  follow(view.now());
  view.onChange(follow);
  return frame.element;
}
