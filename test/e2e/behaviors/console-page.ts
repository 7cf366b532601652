/** What is done again and again on the officer's page. */
import type { PageHandle } from "../harness/driver.ts";
import { waitFor } from "../harness/wait.ts";

export const untilRecord = (page: PageHandle): Promise<unknown> =>
  waitFor(page, "the record", () => document.querySelector("#entries[data-ready]") !== null);

export const view = (page: PageHandle, name: string): Promise<void> =>
  page.click(`.views a[href="#${name}"]`);

/** Sets a list of choices, or a field, as if somebody had chosen. */
export const choose = (page: PageHandle, place: string, value: string): Promise<void> =>
  page.evaluate(
    (place, value) => {
      const control = document.querySelector<HTMLSelectElement>(place);
      if (!control) throw new Error(`no ${place}`);
      control.value = value;
      control.dispatchEvent(new Event("change", { bubbles: true }));
    },
    place,
    value,
  );
