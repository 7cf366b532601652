import { expect, test } from "vitest";
import { welcome } from "../../../src/background/install.ts";
import { memoryItem } from "./parts.ts";

interface Seen {
  readonly times: number;
  readonly shown: boolean;
}

async function opened(
  reasons: readonly string[],
  { isForced = false, fails = false }: { readonly isForced?: boolean; readonly fails?: boolean } = {},
): Promise<Seen> {
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
  return { times, shown: await shown.read() };
}

test("the welcome page opens at the first run, and at no other", async () => {
  expect(await opened(["install"])).toEqual({ times: 1, shown: true });
  expect(await opened(["install", "install"])).toEqual({ times: 1, shown: true });
  expect(await opened(["update", "browser_update"])).toEqual({ times: 0, shown: false });
});

test("it opens not where the browser's policy has installed us", async () => {
  expect(await opened(["install"], { isForced: true })).toEqual({ times: 0, shown: false });
});

test("where there was no window to open it in, it has not been shown", async () => {
  expect(await opened(["install"], { fails: true })).toEqual({ times: 0, shown: false });
});
