/** The test of the practice room, by keyboard; and the room in Spanish, under a policy that is otherwise on the sites. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judge, write } from "../../src/pages/practice/questions.ts";
import { expectReadable, violations } from "./behaviors/access.ts";
import { isReady, tabTo } from "./behaviors/extension-page.ts";
import { untilPolicy } from "./behaviors/managed-values.ts";
import { textOf, untilText } from "./behaviors/page-text.ts";
import { cardOn, part, risky, safe, untilState } from "./behaviors/practice-room.ts";
import { toldByWorker } from "./harness/ask-worker.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { recordedEntries } from "./harness/record.ts";
import { waitFor } from "./harness/wait.ts";

describe.each(browserNames)("the test of the practice room in %s", (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(browser, { extension: built[browser] });
  });
  afterAll(() => driver?.close());

  async function inRoom(use: (page: PageHandle) => Promise<void>): Promise<void> {
    const page = await driver.openExtensionPage("practice.html");
    await waitFor(page, "the room", isReady);
    await use(page);
    await page.close();
  }

  it("takes the test by keyboard, explains each answer, and puts the result on record", () =>
    inRoom(async (page) => {
      await part(page, "test");
      await tabTo(page, "the name", () => document.activeElement?.id === "test-who");
      await page.type("Kira T.");
      await page.press("Enter");
      const press = async (label: string): Promise<void> => {
        await waitFor(
          page,
          label,
          (label) =>
            [...document.querySelectorAll("#test-body button")].some(
              ({ textContent }) => textContent === label,
            ),
          label,
        );
        for (let times = 0; times < 30; times += 1) {
          if ((await page.evaluate(() => document.activeElement?.textContent)) === label) break;
          await page.press("Tab");
        }
        await page.press("Enter");
      };
      for (const [at, question] of judge.entries()) {
        await untilText(page, "#test-body h3", `Question ${at + 1} of 12`);
        expect(await page.evaluate(() => document.activeElement?.className)).toBe("step-title");
        // Space takes the first of the radios, "Yes"; the arrow goes on to "No".
        await page.press("Tab");
        await page.press(" ");
        // The first question is answered wrong on purpose.
        const stopped = at === 0 ? !question.stopped : question.stopped;
        if (!stopped) await page.press("ArrowDown");
        else {
          const [wanted] = question.categories;
          await page.press("Tab");
          await page.press(" ");
          for (let times = 0; times < 8; times += 1) {
            const chosen = await page.evaluate(
              () => document.querySelector<HTMLInputElement>("input[name=why]:checked")?.value,
            );
            if (wanted === undefined || chosen === wanted) break;
            await page.press("ArrowDown");
          }
        }
        await press("Answer");
        await untilText(page, ".outcome-of-step", at === 0 ? "Not right." : "Right.");
        const source = question.stopped ? /CFR|FTC|Policy|U\.S\.C/ : /let go/;
        expect(await textOf(page, ".outcome-of-step")).toMatch(source);
        if (at === 1) await expectReadable(page);
        await press("Next");
      }
      for (const [at] of write.entries()) {
        await untilText(page, "#test-body h3", `Question ${judge.length + at + 1} of 12`);
        await tabTo(page, "the reply", () => document.activeElement?.id === "test-reply");
        await page.type("Thanks!");
        await press("Hand in");
        await untilText(page, "#test-reply-problem", "at least five words");
        expect(await page.evaluate(() => document.activeElement?.id)).toBe("test-reply");
        await page.press("ControlOrMeta+KeyA");
        await page.type(safe);
        await press("Hand in");
        await untilText(page, ".outcome-of-step", "It passes.");
        await press("Next");
      }
      await untilText(page, "#test-body", "It is on record.");
      expect(await textOf(page, "#test-body")).toContain("11 of 12 right.");
      expect(await textOf(page, "#test-body h3")).toBe("Passed");
      expect(await violations(page, undefined)).toEqual([]);
      const entries = await recordedEntries(page);
      expect(entries.filter(({ kind }) => kind === "training")).toMatchObject([
        {
          topic: "Practice room test",
          count: 1,
          who: "Kira T.",
          test: { questions: "1", score: 11, of: 12, passed: true },
        },
      ]);
      expect(entries.some(({ kind }) => kind === "attempt")).toBe(false);
    }));
});

/** The policy names the language, and switches off on the sites what the room shows all the same. */
describe.each(browserNames)("the practice room under a managed policy in %s, in Spanish", (browser) => {
  const managed = {
    language: "es",
    sites: { yelp: false },
    secondPerson: "stopped",
    approvers: [{ name: "Dr. Ada Moss", secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" }],
    postAnyway: "always",
    reasonRequired: false,
    practice: { name: "Glow Clinic" },
  };
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(browser, { extension: built[browser], managed });
    await untilPolicy(driver, managed);
  });
  afterAll(() => driver?.close());

  it("speaks it throughout, tells what is otherwise on a site, and takes any code", async () => {
    const page = await driver.openExtensionPage("practice.html");
    await waitFor(page, "the room", isReady);
    await waitFor(page, "Spanish", () => document.documentElement.lang === "es");
    expect(await textOf(page, "h1")).toBe("Sala de práctica");
    expect(await textOf(page, "#room-notes")).toContain("no vigila Yelp");
    await part(page, "yelp");
    await page.click("#helen-box");
    await page.type(risky);
    await untilState(page, "block");
    await page.click("#helen .room-send");
    await cardOn(page, "the code", ({ visible, text }) => visible && text.includes("Código"));
    await page.click("reply-guard >>> #code");
    await page.type("123456");
    await page.press("Enter");
    await cardOn(
      page,
      "the leave to go on",
      ({ findings, buttons }) => findings.length > 0 && buttons.length < 12,
    );
    await page.click("#helen .room-send");
    await untilText(page, "#helen .outcome", "Publicado de todos modos, solo aquí.");
    expect(await textOf(page, "#helen .replier")).toBe("Glow Clinic");
    for (const name of ["instagram", "test", "try"]) {
      await part(page, name);
      await expectReadable(page);
    }
    expect(await toldByWorker(page, "attempt.list", { since: 0, limit: 10 })).toMatchObject({ total: 0 });
    await page.close();
  });
});
