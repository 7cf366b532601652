import { expect, test } from "vitest";
import { t } from "../../../src/platform/i18n.ts";
import { newConsoleLock } from "../../../src/record/console-lock.ts";
import { shownValue } from "../../../src/pages/shared/shown-value.ts";

test("what the officer’s passphrase is held against stands on no page: it can be tried at home", async () => {
  const lock = await newConsoleLock("amber-fennel-quartz-meadow");
  const shown = JSON.stringify(shownValue("consoleLock", { ...lock, idleMinutes: 5 }));
  expect(shown).not.toContain(lock.salt);
  expect(shown).not.toContain(lock.verifier);
  expect(shown).toContain(t("shared_set_not_shown"));
  expect(shown).toContain("5");
});
