import { describe, expect, it } from "vitest";
import { control, workingDay } from "./behaviors/profile-on-disk.ts";
import { quiet } from "./behaviors/planted-people.ts";
import { browserNames } from "./harness/launch.ts";

/** Where each browser puts what is planted: `storage.local`, a small and a large value of IndexedDB, a form field. */
const where = {
  chromium: {
    given: /^Default\/Local Extension Settings\//,
    family: /^Default\/IndexedDB\/chrome-extension_.*\.leveldb\//,
    email: /^Default\/IndexedDB\/chrome-extension_.*\.blob\//,
    nickname: /^Default\/Sessions\//,
  },
  firefox: {
    given: /^storage\/default\/moz-extension.*userContextId.*\.sqlite/,
    family: /^storage\/default\/moz-extension.*\/idb\/.*pdleatn\.sqlite/,
    email: /^storage\/default\/moz-extension.*\/idb\/.*pdleatn\.files\//,
    nickname: /^sessionstore/,
  },
} as const;

describe.each(browserNames)("the profile of %s on disk", (browser) => {
  it("has no listed name, handle, phone or e-mail, no passphrase and no key, after a working day", async () => {
    await workingDay(browser);
  });

  it("has what an extension writes there in the clear, and the search finds it", async () => {
    const finds = await control(browser);
    for (const [way, file] of Object.entries(where[browser])) {
      const hits = finds.filter(({ secret }) => secret === `${quiet.given}: ${way}`);
      expect(hits.map((find) => find.file)).toContainEqual(expect.stringMatching(file));
    }
    expect(finds.map(({ page }) => page)).toContainEqual(
      expect.stringMatching(/-extension:.*\/options\.html$/),
    );
  });
});
