import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { toBase64 } from "../../src/patient-list/bytes.ts";
import { violations } from "./behaviors/access.ts";
import { harmless } from "./behaviors/drafts.ts";
import { expectHeld, untilClear } from "./behaviors/held.ts";
import { inPopup, listAlarms, makeDue, untilBadge, untilStanding } from "./behaviors/list-standing.ts";
import { textOf } from "./behaviors/page-text.ts";
import { managedKey, sealNames } from "./behaviors/stored-list.ts";
import type { SealedList } from "./behaviors/stored-list.ts";
import { toldByWorker } from "./harness/ask-worker.ts";
import type { Driver } from "./harness/driver.ts";
import { createFileServer } from "./harness/file-server.ts";
import type { FileServer } from "./harness/file-server.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { withScene } from "./harness/scene.ts";
import { scriptOf } from "./page-scripts.ts";

const reply = scriptOf("facebook-comment", "reply");
const address = "https://lists.practice.example/patients.rgl?of=harborview";
const named = ({ sha256 }: SealedList) => ({
  patientList: { address, sha256, key: toBase64(managedKey) },
});

/** A practice whose admin hands out its list: one profile, one server, and a start of the browser for each policy. */
describe.each(browserNames)("the practice's list in %s", (browser) => {
  let folder: string;
  let driver: Driver | undefined;
  let server: FileServer;
  let first: SealedList;
  let second: SealedList;
  let third: SealedList;

  async function start(managed: Record<string, unknown>): Promise<Driver> {
    await driver?.close();
    driver = undefined;
    const started = await launch(browser, {
      extension: built[browser],
      profile: join(folder, "profile"),
      managed,
      files: server,
    });
    driver = started;
    return started;
  }

  async function isListed(on: Driver, name: string): Promise<void> {
    await withScene(on, reply, async (scene) => {
      await scene.page.type(`Congratulations to ${name}!`);
      await scene.page.press("Enter");
      const { findings } = await expectHeld(scene);
      expect(findings.join(" ")).toContain("patient list");
    });
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "replyguard-fetch-"));
    await mkdir(join(folder, "profile"));
    server = createFileServer();
    first = await sealNames("first", [["Quillon", "Abernathy"]]);
    second = await sealNames("second", [["Ottoline", "Featherstone"]]);
    third = await sealNames("third", [["Casimir", "Lindqvist"]]);
  });
  afterEach(() => {
    // Nothing of the browser goes to the server: what it gets is all that it may know.
    for (const { headers } of server.asked) {
      expect(headers).not.toHaveProperty("cookie");
      expect(headers).not.toHaveProperty("referer");
      expect(headers).not.toHaveProperty("authorization");
    }
  });
  afterAll(async () => {
    await driver?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it("that has not arrived, for nobody answers, holds; card, badge and popup say so", async () => {
    server.files.set(address, "down");
    const on = await start(named(first));
    await withScene(on, reply, async (scene) => {
      await inPopup(on, async (page) => {
        const { list, awaited } = await untilStanding(page, "a first attempt that failed", ({ arrival }) => {
          return arrival?.problem === "unreachable";
        });
        expect({ list, awaited }).toEqual({ list: null, awaited: true });
      });
      await scene.page.type(harmless);
      await scene.until("the card to say it", ({ state, text }) => {
        return state === "unchecked" && text.includes("The practice’s patient list has not arrived yet");
      });
      await scene.page.press("Enter");
      await scene.until("the card to say it was not sent", ({ text }) => text.includes("Not sent"));
      expect(await scene.sent()).toEqual([]);
      await inPopup(on, async (page) => {
        await untilBadge(page, "https://www.facebook.com/*", /has not arrived/);
        expect(await textOf(page, "#list")).toContain("Not arrived yet");
        expect(await textOf(page, "#list")).toContain("could not be fetched");
        expect(await violations(page, undefined)).toEqual([]);
      });
    });
  });

  it("that has not arrived lets go, and records it, where the policy says so", async () => {
    const on = await start({ ...named(first), unchecked: "let-go-and-record" });
    await withScene(on, reply, async (scene) => {
      await scene.page.type(harmless);
      await scene.until("no verdict", ({ state }) => state === "unchecked");
      await scene.page.press("Enter");
      expect(await scene.untilSent()).toEqual([{ text: harmless, via: "enter" }]);
    });
    await inPopup(on, async (page) => {
      const { attempts } = await toldByWorker(page, "attempt.list", {
        since: 0,
        limit: 1,
      });
      expect(attempts).toMatchObject([{ outcome: "let-go-unchecked" }]);
      expect(await textOf(page, "#list")).toContain("drafts go unchecked, and that is recorded");
    });
    const before = Date.now();
    await inPopup(await start(named(first)), (page) =>
      untilStanding(
        page,
        "the first attempt of this start",
        ({ arrival }) => (arrival?.triedAt ?? 0) > before,
      ),
    );
  });

  it("is tried again by an alarm, and once it has arrived the open page goes on by itself", async () => {
    const on = driver ?? (await start(named(first)));
    await withScene(on, reply, async (scene) => {
      await scene.page.type(harmless);
      await scene.until("no verdict", ({ state }) => state === "unchecked");
      server.files.set(address, { body: first.file, cors: true });
      await inPopup(on, async (page) => {
        const { arrival } = await untilStanding(
          page,
          "a time for the next",
          ({ arrival }) => arrival !== null,
        );
        expect(await listAlarms(page)).toEqual([arrival?.nextAt]);
        await makeDue(page);
        await on.killWorker();
        const { list } = await untilStanding(page, "the list", ({ list }) => list?.state === "open");
        expect(list).toMatchObject({ source: "managed", people: 1, locks: ["managed"] });
        expect(await listAlarms(page)).toEqual([]);
      });
      await untilClear(scene);
    });
    await isListed(on, "Quillon Abernathy");
    expect(server.asked.length).toBeGreaterThanOrEqual(2);
  });

  it("opens by itself at the next start, and is not fetched again", async () => {
    const before = server.asked.length;
    const on = await start(named(first));
    await isListed(on, "Quillon Abernathy");
    await inPopup(on, async (page) => {
      await untilStanding(page, "the list", ({ list, arrival }) => {
        return list?.state === "open" && arrival?.problem === null;
      });
      expect(await page.evaluate(() => document.querySelector("#list button"))).toBeNull();
    });
    expect(server.asked.length).toBe(before);
  });

  it("stays the last good one where the file is not the one that the policy names", async () => {
    const on = await start(named(second));
    await inPopup(on, async (page) => {
      const { list } = await untilStanding(page, "the mismatch", ({ arrival }) => {
        return arrival?.problem === "wrong-sha256";
      });
      expect(list).toMatchObject({ state: "open", id: first.sha256 });
    });
    await isListed(on, "Quillon Abernathy");
  });

  it("stays where the server does not let an extension read it (CORS)", async () => {
    server.files.set(address, { body: second.file, cors: false });
    const on = await start(named(second));
    await inPopup(on, async (page) => {
      const { list } = await untilStanding(page, "the refusal", ({ arrival }) => {
        return arrival?.problem === "unreachable";
      });
      expect(list).toMatchObject({ state: "open", id: first.sha256 });
    });
  });

  it("gives way to the next one as soon as that is there", async () => {
    server.files.set(address, { body: second.file, cors: true });
    const on = await start(named(second));
    await inPopup(on, async (page) => {
      await untilStanding(page, "the second list", ({ list }) => {
        return list?.state === "open" && list.id === second.sha256;
      });
    });
    await isListed(on, "Ottoline Featherstone");
    await withScene(on, reply, async (scene) => {
      await scene.page.type("Congratulations to Quillon Abernathy!");
      await untilClear(scene);
    });
  });

  const running = "follows a policy that changes while the browser runs";
  if (browser === "firefox")
    it.skip(`${running} [cannot be asked of firefox: it reads a managed policy at its start]`, () =>
      undefined);
  else
    it(running, async () => {
      const on = driver ?? (await start(named(second)));
      server.files.set(address, { body: third.file, cors: true });
      await on.setManaged(named(third));
      await inPopup(on, async (page) => {
        await untilStanding(page, "the third list", ({ list }) => list?.id === third.sha256);
      });
      await isListed(on, "Casimir Lindqvist");
    });

  it("is removed when the admin withdraws it", async () => {
    const on = await start({ patientList: { address: "none" } });
    await inPopup(on, async (page) => {
      await untilStanding(page, "no list", ({ list, awaited, arrival }) => {
        return list === null && !awaited && arrival === null;
      });
    });
    await withScene(on, reply, async (scene) => {
      await scene.page.type("Congratulations to Ottoline Featherstone!");
      await untilClear(scene);
    });
  });
});
