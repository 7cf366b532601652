import { beforeAll, describe, expect, test } from "vitest";
import { hopeless } from "../../../src/background/back-off.ts";
import { listBrowser } from "./list-browser.ts";
import type { ListBrowser } from "./list-browser.ts";
import { managedKey, passphrase, quillon, jane, sealedList } from "./parts.ts";
import type { Sealed } from "./parts.ts";
import { sha256Of, toBase64 } from "../../../src/patient-list/bytes.ts";

const minute = 60_000;
const address = "https://lists.example/list.rgl";
const policyOf = ({ sha256 }: Pick<Sealed, "sha256">, more = {}) => ({
  address,
  sha256,
  key: toBase64(managedKey),
  ...more,
});

let first: Sealed;
let second: Sealed;
let foreign: Sealed;
beforeAll(async () => {
  first = await sealedList([jane], "first");
  second = await sealedList([jane, quillon], "second");
  foreign = await sealedList([jane], "foreign", { locks: { managedKey: new Uint8Array(32) } });
});

const id = async (browser: ListBrowser): Promise<string | undefined> => {
  const list = await browser.worker.load();
  return "id" in list ? `${list.state} ${list.id}` : list.state;
};

async function withFirst(): Promise<ListBrowser> {
  const browser = listBrowser();
  browser.policy = policyOf(first);
  browser.server = first.file;
  await browser.worker.look("wake");
  expect(await id(browser)).toBe(`open ${first.sha256}`);
  return browser;
}

describe("the practice's list", () => {
  test("is not asked for where no policy names it", async () => {
    const browser = listBrowser();
    browser.policy = undefined;
    for (const why of ["start", "doubt", "wake"] as const) await browser.worker.look(why);
    expect(browser.asked).toEqual([]);
    expect(await browser.worker.standing()).toBeNull();
    expect(browser.alarm).toBeUndefined();
    expect(await browser.store.readSetting("patients-fetch")).toBeUndefined();
  });

  test("is forgotten, with its alarm, when the policy names it no more", async () => {
    const browser = listBrowser();
    browser.policy = policyOf(first);
    await browser.worker.look("wake");
    expect(browser.alarm).toBeDefined();
    browser.policy = { address: "none" };
    await browser.worker.look("wake");
    expect(browser.alarm).toBeUndefined();
    expect(await browser.store.readSetting("patients-fetch")).toBeNull();
    expect(await id(browser)).toBe("none");
  });

  test("is fetched at once, taken into use, and not fetched again", async () => {
    const browser = await withFirst();
    expect(browser.asked).toEqual([address]);
    expect(browser.taken).toBe(1);
    expect(await browser.worker.standing()).toEqual({ triedAt: browser.now, problem: null, nextAt: null });
    for (const why of ["wake", "start", "doubt"] as const) await browser.worker.look(why);
    browser.restartBrowser();
    await browser.worker.look("start");
    expect(browser.asked).toHaveLength(1);
    expect(browser.alarm).toBeUndefined();
  });

  test("is fetched again where the stored file has been lost or damaged", async () => {
    const browser = await withFirst();
    await browser.store.addPatients({ id: first.sha256, file: first.file.subarray(0, 90) });
    browser.restartBrowser();
    expect(await id(browser)).toBe(`damaged ${first.sha256}`);
    await browser.worker.look("doubt");
    expect(await id(browser)).toBe(`open ${first.sha256}`);
  });

  test("is fetched again where another sealed list lies in its place", async () => {
    const browser = await withFirst();
    await browser.store.addPatients({ id: first.sha256, file: second.file });
    browser.restartBrowser();
    expect(await id(browser)).toBe(`altered ${first.sha256}`);
    await browser.worker.look("start");
    expect(browser.asked).toHaveLength(2);
    expect(await browser.store.readPatients(first.sha256)).toMatchObject({ file: first.file });
  });

  test("is fetched again where it was dropped between two words of the policy", async () => {
    const browser = await withFirst();
    browser.policy = { address: "none" };
    expect(await id(browser)).toBe("none");
    browser.policy = policyOf(first);
    expect(await id(browser)).toBe("awaited");
    await browser.worker.look("wake");
    expect(await id(browser)).toBe(`open ${first.sha256}`);
  });

  test("another hash in the policy is another file: the next one takes the place of the last", async () => {
    const browser = await withFirst();
    browser.policy = policyOf(second);
    browser.server = second.file;
    await browser.worker.look("wake");
    expect(await id(browser)).toBe(`open ${second.sha256}`);
    expect(await browser.store.readPatients(first.sha256)).toBeUndefined();
  });

  test.each([
    ["there is no server", "down", "unreachable"],
    ["the file is another one", "foreign", "wrong-sha256"],
    ["the file is too large", "too-large", "too-large"],
  ] as const)("stays the last good one where %s, and is tried again", async (_name, served, problem) => {
    const browser = await withFirst();
    browser.policy = policyOf(second);
    browser.server = served === "foreign" ? foreign.file : served;
    browser.random = 1;
    await browser.worker.look("wake");
    expect(await id(browser)).toBe(`open ${first.sha256}`);
    const nextAt = browser.now + 2 * minute;
    expect(await browser.worker.standing()).toEqual({ triedAt: browser.now, problem, nextAt });
    expect(browser.alarm).toBe(nextAt);

    browser.now = nextAt - 1;
    await browser.worker.look("wake");
    expect(browser.asked).toHaveLength(2);
    browser.now = nextAt;
    await browser.worker.look("wake");
    expect(browser.asked).toHaveLength(3);
    expect((await browser.worker.standing())?.nextAt).toBe(nextAt + 4 * minute);
    expect(await id(browser)).toBe(`open ${first.sha256}`);

    browser.restartBrowser();
    browser.server = second.file;
    await browser.worker.look("start");
    expect(await id(browser)).toBe(`open ${second.sha256}`);
  });

  test("does not wait where the policy has changed, or the browser has started", async () => {
    const browser = await withFirst();
    browser.policy = policyOf(foreign);
    browser.server = "down";
    await browser.worker.look("wake");
    browser.policy = policyOf(second);
    await browser.worker.look("wake");
    browser.policy = policyOf(second, { address: "https://mirror.example/list.rgl" });
    await browser.worker.look("wake");
    await browser.worker.look("start");
    expect(browser.asked.slice(1)).toEqual([
      address,
      address,
      "https://mirror.example/list.rgl",
      "https://mirror.example/list.rgl",
    ]);
  });

  test("waits longest for a file that is the right one and cannot be used, until there is another key", async () => {
    const browser = await withFirst();
    browser.policy = policyOf(foreign);
    browser.server = foreign.file;
    browser.random = 1;
    await browser.worker.look("wake");
    const standing = await browser.worker.standing();
    expect(standing).toMatchObject({ problem: "wrong-key", nextAt: browser.now + 360 * minute });
    expect(await browser.store.readSetting("patients-fetch")).toMatchObject({ failures: hopeless });
    expect(await id(browser)).toBe(`open ${first.sha256}`);
    browser.policy = policyOf(foreign, { key: toBase64(new Uint8Array(32)) });
    await browser.worker.look("wake");
    expect(await id(browser)).toBe(`open ${foreign.sha256}`);
  });

  test("a file with the right hash that is no list changes nothing", async () => {
    const browser = await withFirst();
    const junk = new TextEncoder().encode("<!doctype html>");
    browser.policy = policyOf({ sha256: await sha256Of(junk) });
    browser.server = junk;
    await browser.worker.look("wake");
    expect(await browser.worker.standing()).toMatchObject({ problem: "not-a-list" });
    expect(await id(browser)).toBe(`open ${first.sha256}`);
  });

  test("a worker that is killed while it fetches tries again at the time that it had noted before", async () => {
    const browser = listBrowser();
    browser.policy = policyOf(first);
    browser.server = "hangs";
    const lost = browser.worker.look("wake");
    await browser.untilAsked(1);
    const nextAt = browser.alarm ?? 0;
    expect(nextAt).toBeGreaterThan(browser.now);
    browser.killWorker();
    browser.server = first.file;
    await browser.worker.look("wake");
    expect(browser.asked).toHaveLength(1);
    browser.now = nextAt;
    await browser.worker.look("wake");
    expect(await id(browser)).toBe(`open ${first.sha256}`);
    void lost;
  });

  test("a file that the policy has ceased to name while it was fetched is not taken", async () => {
    const browser = listBrowser();
    browser.policy = policyOf(first);
    browser.server = "hangs";
    const looking = browser.worker.look("wake");
    await browser.untilAsked(1);
    browser.policy = policyOf(second);
    browser.server = second.file;
    await Promise.all([looking, browser.worker.look("wake")]);
    expect(browser.aborted).toBe(1);
    expect(await id(browser)).toBe(`open ${second.sha256}`);
    expect(browser.taken).toBe(1);
  });

  test("waits for a managed policy that may still come, and then does not wait any more", async () => {
    const browser = await withFirst();
    browser.policy = policyOf(second);
    browser.server = "down";
    await browser.worker.look("wake");
    browser.restartBrowser();
    browser.server = second.file;
    browser.policyIsLate = true;
    await browser.worker.look("start");
    expect(browser.asked).toHaveLength(2);
    browser.policyIsLate = false;
    await browser.worker.look("wake");
    expect(await id(browser)).toBe(`open ${second.sha256}`);
  });

  test("that cannot be kept is said to be that, and tried again", async () => {
    const browser = await withFirst();
    browser.policy = policyOf(second);
    browser.server = second.file;
    browser.diskIsFull = true;
    await browser.worker.look("wake");
    expect(await browser.worker.standing()).toMatchObject({ problem: "storage" });
    browser.diskIsFull = false;
    await browser.worker.look("start");
    expect(await id(browser)).toBe(`open ${second.sha256}`);
  });

  test("without a key in the policy is taken locked, and opened by a person", async () => {
    const byPassphrase = await sealedList([jane], "by-passphrase", { locks: { passphrase } });
    const browser = listBrowser();
    browser.policy = { address, sha256: byPassphrase.sha256 };
    browser.server = byPassphrase.file;
    await browser.worker.look("wake");
    expect(await id(browser)).toBe(`locked ${byPassphrase.sha256}`);
    expect(await browser.worker.patients.unlock(passphrase)).toEqual({ problem: null, wait: 0 });
    expect(await id(browser)).toBe(`open ${byPassphrase.sha256}`);
  });
});
