import type { PageHandle } from "../harness/driver.ts";
import { waitFor } from "../harness/wait.ts";

/** A setting on the options page, as a person finds it: by its title. */
export interface SettingSeen {
  readonly text: string;
  /** What can be set, by the label of its control: the values that are open; of a switch, none. */
  readonly controls: Readonly<Record<string, readonly string[]>>;
}

export const settingOn = (page: PageHandle, title: string): Promise<SettingSeen> =>
  waitFor(
    page,
    `the setting ${title}`,
    (title) => {
      const textOf = (ids: string | null): string =>
        (ids ?? "")
          .split(" ")
          .map((id) => document.getElementById(id)?.textContent ?? "")
          .join(" ");
      const nameOf = (group: Element): string =>
        group.getAttribute("aria-label") ??
        (group.querySelector("legend")?.textContent || textOf(group.getAttribute("aria-labelledby")));
      const group = [...document.querySelectorAll<HTMLElement>("[role=group], fieldset")].find(
        (one) => nameOf(one).trim() === title,
      );
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
    title,
  );
