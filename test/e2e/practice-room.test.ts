/** The practice room in both browsers: judged as on a site, nothing on record but the test, a policy tried and not taken. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judge, write } from "../../src/pages/practice/questions.ts";
import { expectReadable, violations } from "./behaviors/access.ts";
import { doubtful } from "./behaviors/drafts.ts";
import { untilPolicy } from "./behaviors/managed-values.ts";
import { textOf, untilText } from "./behaviors/page-text.ts";
import { toldByWorker } from "./harness/ask-worker.ts";
import { readCard } from "./harness/card.ts";
import type { CardSeen } from "./harness/card.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { recordedEntries } from "./harness/record.ts";
import { poll, waitFor } from "./harness/wait.ts";

const risky = "Thanks for coming in for your Botox, Dana!";
const safe = "Thank you for the kind words. We will share them with the whole team.";

const isReady = () => document.documentElement.dataset["ready"] === "true";

async function cardOn(page: PageHandle, what: string, test: (card: CardSeen) => boolean): Promise<CardSeen> {
  let last: CardSeen | undefined;
  const found = await poll(async () => {
    last = await page.evaluate(readCard, "");
    return test(last) ? last : undefined;
  });
  if (!found) throw new Error(`waited for ${what}; the card was ${JSON.stringify(last)}`);
  return found;
}
const untilHeld = (page: PageHandle): Promise<CardSeen> =>
  cardOn(page, "a held draft", ({ visible, text }) => visible && text.includes("Not sent"));
const untilState = (page: PageHandle, state: string): Promise<CardSeen> =>
  cardOn(page, `the verdict ${state}`, (card) => card.state === state);

/** By keyboard, until what is asked for has the focus. */
async function tabTo(
  page: PageHandle,
  what: string,
  isThere: () => boolean,
  by: "Tab" | "Shift+Tab" = "Tab",
): Promise<void> {
  for (let times = 0; times < 60; times += 1) {
    if (await page.evaluate(isThere)) return;
    await page.press(by);
  }
  throw new Error(`${what} was not reached by Tab`);
}

const part = (page: PageHandle, name: string): Promise<unknown> =>
  page
    .click(`#parts a[href="#${name}"]`)
    .then(() =>
      waitFor(
        page,
        name,
        (name) =>
          document.querySelector(`#parts a[href="#${name}"]`)?.getAttribute("aria-current") === "page",
        name,
      ),
    );

describe.each(browserNames)("the practice room in %s", (browser) => {
  let driver: Driver;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "practice-"));
    driver = await launch(browser, { extension: built[browser] });
  });
  afterAll(async () => {
    await driver?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function inRoom(use: (page: PageHandle) => Promise<void>): Promise<void> {
    const page = await driver.openExtensionPage("practice.html");
    await waitFor(page, "the room", isReady);
    await use(page);
    await page.close();
  }

  it("holds a risky reply as a site's box does, mends it by keyboard, and lets the safe one go", () =>
    inRoom(async (page) => {
      await page.click("#dana-box");
      await page.type(risky);
      await untilState(page, "block");
      await page.press("Enter");
      const { alternatives, findings } = await untilHeld(page);
      expect(findings.length).toBeGreaterThan(0);
      expect(alternatives.length).toBeGreaterThan(0);
      expect(await textOf(page, "#dana .answers")).toBe("");
      await page.press("Alt+Shift+KeyG");
      await tabTo(
        page,
        "an alternative",
        () =>
          document.querySelector("reply-guard")?.shadowRoot?.activeElement?.textContent === "Use this reply",
      );
      await page.press("Enter");
      await untilState(page, "clear");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("dana-box");
      await page.press("Enter");
      await untilText(page, "#dana .outcome", "Posted, here only.");
      expect(await textOf(page, "#dana .own")).toBe(alternatives[0]);
      expect(await textOf(page, ".progress")).toBe("1 of 24 answered");
    }));

  it.each([
    ["yelp", "helen", "button"],
    ["instagram", "kim", "Enter"],
  ])(
    "judges on the look-alike of %s, and a held reply goes on by Post anyway only with a reason",
    (site, id, by) =>
      inRoom(async (page) => {
        await toldByWorker(page, "policy.read", {});
        await part(page, site);
        const send = (): Promise<void> =>
          by === "button" ? page.click(`#${id} .room-send`) : page.press("Enter");
        await page.click(`#${id}-box`);
        await page.type(risky);
        await untilState(page, "block");
        await send();
        await untilHeld(page);
        await page.click(`#${id}-box`);
        await page.press("ControlOrMeta+KeyA");
        await page.type(safe);
        await untilState(page, "clear");
        await send();
        await untilText(page, `#${id} .outcome`, "Posted, here only.");
        expect(await textOf(page, `#${id} .own`)).toBe(safe);
        await page.click(`#${id}-box`);
        await page.type(doubtful);
        await untilState(page, "warn");
        await send();
        await untilHeld(page);
        await page.press("Alt+Shift+KeyG");
        await page.click("reply-guard >>> #reason");
        await page.type("She said yes");
        await page.press("Enter");
        await cardOn(page, "the leave to go on", ({ text }) => text.includes("Ready to post anyway"));
        await send();
        await untilText(page, `#${id} .outcome`, "Posted anyway, here only.");
      }),
  );

  it("nothing that was written there is on record, and no request has left the page", () =>
    inRoom(async (page) => {
      await page.click("#dana-box");
      await page.type(risky);
      await page.press("Enter");
      await untilHeld(page);
      expect(await toldByWorker(page, "attempt.list", { since: 0, limit: 10 })).toMatchObject({ total: 0 });
      const elsewhere = await page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .map(({ name }) => name)
          .filter((name) => !name.startsWith(location.origin)),
      );
      expect(elsewhere).toEqual([]);
    }));

  it("tries a policy beside the one in force, and takes it not over", () =>
    inRoom(async (page) => {
      const choose = async (name: string, text: string): Promise<void> => {
        const path = join(folder, name);
        await writeFile(path, text);
        await page.setFiles("#practice-policy", [path]);
      };
      await part(page, "try");
      await choose("faulty.json", '{ "strictness": "stern" }');
      await untilText(page, "#practice-policy-faults", "nothing can be tried with it");
      expect(await violations(page, undefined)).toEqual([]);
      const actions = Object.fromEntries(
        ["relationship", "health", "identifier"].map((one) => [one, "record"]),
      );
      await choose("loose.json", JSON.stringify({ actions, postAnyway: "always" }));
      await untilText(page, "#try-body", "loose.json is tried in the room now.");
      expect(await textOf(page, "#practice-policy-faults")).toBe("");
      await part(page, "facebook");
      await page.click("#dana-box");
      await page.type(risky);
      await untilText(page, "#dana .compared", "Under the file\nLet go and recorded");
      expect(await textOf(page, "#dana .compared")).toMatch(/Under the policy in force\nStopped .+164\.502/s);
      await untilState(page, "clear");
      expect(await violations(page, undefined)).toEqual([]);
      // The way back from the box leads to the radios, which the arrow keys move between.
      await tabTo(
        page,
        "the choice of policies",
        () => document.activeElement?.matches("[name=followed]") === true,
        "Shift+Tab",
      );
      await page.press("ArrowDown");
      await untilState(page, "block");
      await page.click("#room-trial button");
      await waitFor(page, "the end of the trial", () => document.querySelector(".compared") === null);
      expect((await toldByWorker(page, "policy.read", {})).policy).toMatchObject({
        actions: { relationship: "block" },
        postAnyway: "warnings",
      });
    }));

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
        if (question.stopped)
          expect(await textOf(page, ".outcome-of-step")).toMatch(/CFR|FTC|Policy|U\.S\.C/);
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

  it("is led to by the popup and the options", async () => {
    for (const [file, place] of [
      ["popup.html", "#options a[href='/practice.html']"],
      ["options.html", "footer a[href='/practice.html']"],
    ] as const) {
      const page = await driver.openExtensionPage(file);
      await waitFor(page, "the link", (place) => document.querySelector(place) !== null, place);
      expect(await textOf(page, place)).toBe("Practice room");
      await page.close();
    }
  });

  it.each(["facebook", "yelp", "instagram", "test", "try"])(
    "axe finds nothing in %s, and it is never too wide",
    (name) =>
      inRoom(async (page) => {
        await part(page, name);
        await expectReadable(page);
      }),
  );
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
