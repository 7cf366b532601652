/** The record on its way to a collector, from real browsers under a managed policy, and what a fault of the collector comes to. */
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import {
  patience,
  until,
  untilForward,
  withCollector,
  writeEntries,
  writeOnAndOn,
} from "./behaviors/collector.ts";
import { flagged } from "./behaviors/drafts.ts";
import { expectHeld } from "./behaviors/held.ts";
import { withSeat } from "./behaviors/managed-seat.ts";
import { untilManaged } from "./behaviors/managed-values.ts";
import { untilText } from "./behaviors/page-text.ts";
import { forwardProblemWords } from "../../src/contract/forwarding.ts";
import type { ForwardProblem } from "../../src/contract/forwarding.ts";
import { startFront } from "../unit/background/forward-receiver/front.ts";
import type { Front } from "../unit/background/forward-receiver/front.ts";
import { hasPython, rebuild, verified } from "../unit/background/forward-receiver/rebuild.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames } from "./harness/launch.ts";
import type { ManagedValues } from "./harness/managed-policy.ts";
import { recordedEntries, verifyRecord } from "./harness/record.ts";
import { withScene } from "./harness/scene.ts";
import { scriptOf } from "./page-scripts.ts";

const reply = scriptOf("facebook-comment", "reply");
const limit = 5 * patience;

/** A draft is stopped, in a page, as always. */
async function holdDraft(driver: Driver): Promise<void> {
  await withScene(driver, reply, async (scene) => {
    await scene.page.type(flagged);
    await scene.untilChecked();
    await scene.send();
    await expectHeld(scene);
  });
}

const hasAll = (page: PageHandle) =>
  untilForward(
    page,
    "the collector to have everything",
    ({ next, waiting }, standing) => waiting === 0 && next === standing.next,
  );

function inBrowser(browser: Driver["name"]) {
  /** The worker and the console both say what is wrong; then a draft is stopped as always. */
  async function expectTold(driver: Driver, problem: ForwardProblem): Promise<void> {
    const page = await driver.openExtensionPage("audit.html#seats");
    const { waiting } = await untilForward(page, problem, (forward) => forward.problem === problem);
    expect(waiting).toBeGreaterThan(0);
    await page.reload();
    await untilText(page, "#seats", forwardProblemWords[problem]);
    await holdDraft(driver);
  }

  /** A collector that answers so gets nothing, and nobody else does. */
  const expectWait = (
    problem: ForwardProblem,
    answer: (elsewhere: Front) => Front["instead"],
  ): Promise<void> =>
    withCollector(async ({ authority, front, kept, policy }) => {
      const host = "elsewhere.collector.example";
      const elsewhere = await startFront({ host, certificate: authority.issueFor([host]) });
      try {
        front.instead = answer(elsewhere);
        await withSeat(
          browser,
          async ({ managed, start }) => {
            await managed.set(policy);
            await expectTold(await start(), problem);
          },
          authority,
        );
        expect({ kept, elsewhere: elsewhere.messages }).toEqual({ kept: [], elsewhere: [] });
      } finally {
        await elsewhere.close();
      }
    });
  return { expectTold, expectWait };
}

// They wait for minutes and do little: all of them at once.
describe.concurrent.each(browserNames)("the record forwarded from %s, in time", (browser) => {
  const { expectWait } = inBrowser(browser);

  it(
    "arrives whole at a collector that is killed under load, from a worker and a browser that are killed",
    () =>
      withCollector(async ({ authority, front, kept, lines, policy, restartReceiver, withOutcome }) => {
        await withSeat(
          browser,
          async ({ managed, start, kill }) => {
            /** What was under way when nobody was left to take note of the answer. */
            const orphaned: string[] = [];
            const orphan = (before: number): void =>
              void orphaned.push(...front.messages.slice(Math.max(0, before - 1)).flatMap(({ ids }) => ids));

            await managed.set(policy);
            let driver = await start();
            let page = await driver.openExtensionPage("options.html");
            await untilManaged(page, policy);
            await holdDraft(driver);
            await hasAll(page);

            front.losing = 1;
            await writeEntries(page, 30);
            await until("a lost answer", () => withOutcome("answer-lost").length > 0);
            await hasAll(page);

            const answered = withOutcome("answered").length;
            const load = writeOnAndOn(page);
            await until("messages", () => withOutcome("answered").length >= answered + 2);
            await front.receiver?.kill();
            await until("a message that fails", () => withOutcome("failed").length > 0);
            await load.stop();
            await restartReceiver();
            await hasAll(page);

            const beforeWorker = front.messages.length;
            const more = writeEntries(page, 50).catch(() => undefined);
            await until("more messages", () => front.messages.length > beforeWorker);
            await driver.killWorker();
            orphan(beforeWorker);
            await more;
            await holdDraft(driver);
            await hasAll(page);

            const beforeEnd = front.messages.length;
            await writeEntries(page, 20);
            await front.close();
            await holdDraft(driver);
            await kill();
            orphan(beforeEnd);
            driver = await start();
            await front.open();
            page = await driver.openExtensionPage("options.html");
            await holdDraft(driver);

            const { text } = await verifyRecord(page);
            await hasAll(page);
            const ids = (await recordedEntries(page)).map(({ seat, seq }) => `${seat}:${seq}`);
            expect(ids.length).toBeGreaterThan(60);
            expect(new Set(kept.filter((id) => !id.includes(":end:")))).toEqual(new Set(ids));
            const once = new Set<string>();
            const twice = kept.filter((id) => once.size === once.add(id).size);
            const excused = new Set([
              ...orphaned,
              ...withOutcome("failed", "answer-lost").flatMap((message) => message.ids),
            ]);
            expect(twice.length).toBeGreaterThan(0);
            expect(twice.filter((id) => !excused.has(id))).toEqual([]);

            if (!hasPython) return;
            const rebuilt = rebuild(lines, ids[0]?.split(":")[0] ?? "").text;
            expect(await verified(rebuilt)).toHaveProperty("held");
            const withoutEnd = rebuilt.split("\n").slice(0, -2).join("\n");
            expect(withoutEnd).not.toBe("");
            expect(text.startsWith(withoutEnd)).toBe(true);
          },
          authority,
        );
      }),
    limit,
  );

  it(
    "waits where the collector answers nothing, and the console says so",
    () => expectWait("too-slow", () => (request) => request.resume()),
    limit,
  );

  it(
    "waits while the managed policy is away, and goes on when it is back",
    () =>
      withCollector(async ({ authority, front, kept, policy }) => {
        await withSeat(
          browser,
          async ({ managed, start }) => {
            /** Firefox reads its policies at its start only. */
            const change = async (driver: Driver, values: ManagedValues | undefined): Promise<Driver> => {
              if (values) await managed.set(values);
              else await managed.takeAway();
              return browser === "chromium" ? driver : start();
            };
            await managed.set(policy);
            let driver = await start();
            let page = await driver.openExtensionPage("options.html");
            await hasAll(page);
            const before = front.messages.length;
            driver = await change(driver, undefined);
            page = await driver.openExtensionPage("options.html");
            await untilForward(page, "the policy to be away", ({ problem }) => problem === "policy-away");
            await holdDraft(driver);
            await untilForward(page, "an entry that waits", ({ waiting }) => waiting > 0);
            expect(front.messages).toHaveLength(before);
            driver = await change(driver, policy);
            page = await driver.openExtensionPage("options.html");
            await hasAll(page);
            const ids = (await recordedEntries(page)).map(({ seat, seq }) => `${seat}:${seq}`);
            expect(kept.filter((id) => !id.includes(":end:"))).toEqual(ids);
          },
          authority,
        );
      }),
    limit,
  );
});

describe.each(browserNames)("the record forwarded from %s", (browser) => {
  const { expectTold, expectWait } = inBrowser(browser);
  const faults: readonly (readonly [string, ForwardProblem, (elsewhere: Front) => Front["instead"]])[] = [
    [
      "leads elsewhere",
      "redirected",
      (elsewhere) => (_request, response) =>
        response.writeHead(307, { Location: `${elsewhere.address}/v1/logs` }).end(),
    ],
    ["does not take the token", "unauthorized", () => (_request, response) => response.writeHead(401).end()],
    [
      "is a web server with a page of its own",
      "no-collector",
      () => (_request, response) => response.end("<!doctype html><title>Welcome</title>"),
    ],
  ];

  it.each(faults)(
    "waits where the collector %s, and the console says so",
    (_what, ...fault) => expectWait(...fault),
    limit,
  );

  it(
    "waits where nobody vouches for the collector's certificate, which gets nothing",
    () =>
      withCollector(async ({ authority, front, policy }) => {
        await withSeat(
          browser,
          async ({ managed, start }) => {
            await managed.set(policy);
            await expectTold(await start(), "unreachable");
          },
          authority,
        );
        expect(front.messages).toEqual([]);
      }, false),
    limit,
  );

  it("goes nowhere in the clear", async () => {
    let connections = 0;
    const clear = createServer((socket) => {
      connections++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => clear.listen(0, "localhost", resolve));
    const { port } = clear.address() as AddressInfo;
    const policy = { forwarding: { address: `http://logs.collector.example:${port}` } };
    try {
      await withSeat(browser, async ({ managed, start }) => {
        await managed.set(policy);
        const driver = await start();
        const page = await driver.openExtensionPage("options.html");
        await untilManaged(page, policy);
        await holdDraft(driver);
        const entries = await recordedEntries(page);
        expect(entries).toContainEqual(
          expect.objectContaining({ kind: "policy-fault", settings: ["forwarding.address"] }),
        );
      });
      expect(connections).toBe(0);
    } finally {
      clear.close();
    }
  });
});
