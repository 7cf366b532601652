import type { SettingName } from "../../../src/contract/policy.ts";
import type { PageHandle } from "../harness/driver.ts";
import { waitFor } from "../harness/wait.ts";

/** A setting as the options page shows it. */
export interface SettingSeen {
  readonly text: string;
  /** What can be set, by the label of its control: the values that are open; of a switch, none. */
  readonly controls: Readonly<Record<string, readonly string[]>>;
}

export const settingOn = (page: PageHandle, name: SettingName): Promise<SettingSeen> =>
  waitFor(
    page,
    `the setting ${name}`,
    (name) => {
      const group = document.querySelector<HTMLElement>(`[data-setting="${name}"]`);
      if (!group) return undefined;
      const controls = [
        ...group.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select, textarea"),
      ].filter((control) => !control.disabled && control.checkVisibility());
      return {
        text: group.innerText,
        controls: Object.fromEntries(
          controls.map((control) => [
            control.labels?.[0]?.textContent ?? "",
            "options" in control
              ? [...control.options].filter(({ disabled }) => !disabled).map(({ value }) => value)
              : [],
          ]),
        ),
      };
    },
    name,
  );
