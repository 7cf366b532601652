import type { PageHandle } from "../harness/driver.ts";
import { waitFor } from "../harness/wait.ts";

/** All of the options page, and `place` with it: what is drawn later moves what somebody is about to click. */
export const untilAllOptions = (page: PageHandle, place: string): Promise<unknown> =>
  waitFor(
    page,
    "the page",
    (place) =>
      document.querySelector(place) !== null &&
      // Whether the rules were read is asked only where policy wants it.
      document.querySelector("[id$=-body]:empty:not(#confirm-body)") === null,
    place,
  );
