import { describe, expect, it } from "vitest";
import { control, workingDay } from "./behaviors/profile-on-disk.ts";
import { browserNames } from "./harness/launch.ts";

describe.each(browserNames)("the profile of %s on disk", (browser) => {
  it("has no listed name, handle, phone or e-mail, no passphrase and no key, after a working day", async () => {
    await workingDay(browser);
  });

  it("has what is put there in the clear, and it is found", async () => {
    const finds = await control(browser);
    expect(finds).toEqual([]);
  });
});
