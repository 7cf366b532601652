import { expect, test } from "vitest";
import { welcome } from "../../../src/background/install.ts";
import { memoryItem } from "./parts.ts";

async function opened(reasons: readonly string[], isForced = false, fails = false): Promise<number> {
  let times = 0;
  const shown = memoryItem(false);
  for (const reason of reasons) {
    await welcome(reason, {
      isForced: async () => isForced,
      shown,
      async open() {
        if (fails) throw new Error("no window");
        times += 1;
      },
    }).catch(() => undefined);
  }
  if (fails) expect(await shown.read()).toBe(false);
  return times;
}

test("the welcome page opens at the first run, and at no other", async () => {
  expect(await opened(["install"])).toBe(1);
  expect(await opened(["install", "install"])).toBe(1);
  expect(await opened(["update", "browser_update"])).toBe(0);
});

test("it opens not where the browser's policy has installed us", async () => {
  expect(await opened(["install"], true)).toBe(0);
});

test("where there was no window to open it in, it has not been shown", async () => {
  expect(await opened(["install"], false, true)).toBe(0);
});
