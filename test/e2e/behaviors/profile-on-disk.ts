import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import type { Driver } from "../harness/driver.ts";
import { built, launch } from "../harness/launch.ts";
import type { ManagedValues } from "../harness/managed-policy.ts";
import { testPassphrase } from "../harness/patients.ts";
import type { Find, Secret } from "../harness/profile-search.ts";
import { searchProfile, searchTabs } from "../harness/profile-search.ts";
import { poll } from "../harness/wait.ts";
import { keysInUse, plantInTheClear } from "./extension-storage.ts";
import * as planted from "./planted-people.ts";
import * as day from "./working-day.ts";

const typedPassphrase = "seven wobbling lanterns croon";
const draft = `Ms. ${planted.written.given} ${planted.written.family} was with us`;
const siteDraft: Secret = { label: "the draft at a site", content: draft };

interface Place {
  readonly root: string;
  readonly profile: string;
  /** Runs the browser on the profile; `end`: how it ends. */
  during(
    end: "close" | "kill",
    use: (driver: Driver) => Promise<void>,
    managed?: ManagedValues,
  ): Promise<void>;
  remove(): Promise<void>;
}

/** A profile of its own; what the browser downloads, and what it reads, is beside it. */
export async function makePlace(browser: Driver["name"]): Promise<Place> {
  const root = await mkdtemp(join(tmpdir(), "replyguard-on-disk-"));
  const profile = join(root, "profile");
  await mkdir(profile);
  return {
    root,
    profile,
    async during(end, use, managed) {
      const driver = await launch(browser, { extension: built[browser], profile, managed });
      try {
        await use(driver);
      } catch (error) {
        await driver.close();
        throw error;
      }
      await driver[end]();
    },
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

const people = [
  planted.quiet,
  planted.accented,
  planted.written,
  planted.confided,
  planted.joining,
  planted.leaving,
  planted.unfinished,
  planted.interrupted,
];

export const secrets: readonly Secret[] = [
  ...people.flatMap(planted.secretsOf),
  { label: "the passphrase of the list", content: testPassphrase },
  { label: "a passphrase that was being typed", content: typedPassphrase },
];

/** Where browsers keep the state of open and of closed tabs, to bring them back. */
const tabState = /^(?:Default\/Sessions\/|sessionstore)/;
const sites = /^https:\/\/(?:www|biz|mbasic)\.(?:facebook|instagram|yelp)\.com\//;

/**
 * What a person types into a site's own box, the browser keeps with the tab, with our extension or without it. Nothing but
 * that, of nobody but the person who was written about there, and nowhere but in the state of a tab at a site.
 */
export const isTheSites = (find: Find): boolean =>
  find.secret.startsWith(`${planted.written.given}:`) && isOfATab(find);

/** In the state that a browser keeps of a tab at a site. */
export const isOfATab = ({ file, page }: Find): boolean =>
  tabState.test(file) && page !== undefined && sites.test(page);

export async function ours(profile: string, wanted: readonly Secret[]): Promise<Find[]> {
  const { finds, files } = await searchProfile(profile, wanted);
  expect(files).toBeGreaterThan(20);
  return finds.filter((find) => !isTheSites(find));
}

/** Everything that a day has to do with names, then the browser ends: on its own, and in the middle of an import. */
export async function workingDay(browser: Driver["name"]): Promise<void> {
  const place = await makePlace(browser);
  try {
    const list = join(place.root, "list.csv");
    await writeFile(
      list,
      planted.listOf([planted.quiet, planted.accented, planted.written, planted.confided, planted.leaving]),
    );
    const long = join(place.root, "long.csv");
    await writeFile(long, planted.listOf([planted.interrupted, planted.quiet], 150_000));
    let keys: readonly Secret[] = [];
    const left = { person: planted.unfinished, passphrase: typedPassphrase, draft, ...planted };

    await place.during("close", async (driver) => {
      await day.bringIn(driver, list, testPassphrase, planted);
      await day.answerReviews(driver, planted);
      await day.lockAndUnlock(driver, planted.written, testPassphrase);
      keys = await keysInUse(driver);
      await day.leaveOpen(driver, left);
      await untilTabsAreKept(place.profile, siteDraft);
    });
    expect(await ours(place.profile, [...secrets, ...keys])).toEqual([]);

    await place.during("kill", async (driver) => {
      await day.unlock(driver, testPassphrase);
      await day.leaveOpen(driver, left);
      await untilTabsAreKept(place.profile, siteDraft);
      await day.beginImport(driver, long);
    });
    expect(await ours(place.profile, [...secrets, ...keys])).toEqual([]);

    // Nothing of it has come into use, and the list of before opens.
    await place.during("close", async (driver) => {
      await day.unlock(driver, testPassphrase);
      expect(await keysInUse(driver)).toEqual(keys);
    });
    expect(await ours(place.profile, [...secrets, ...keys])).toEqual([]);
  } finally {
    await place.remove();
  }
}

/** The browser has written down what is typed in its open tabs: in one of them `wanted`. */
async function untilTabsAreKept(profile: string, wanted: Secret): Promise<void> {
  const found = await poll(
    async () => ((await searchTabs(profile, wanted)).length > 0 ? true : undefined),
    60_000,
  );
  if (!found) throw new Error("the browser has not kept what is typed in its tabs");
}

/** The search finds what is there: the same names put into the extension's own storage, and into a field of its page. */
export async function control(browser: Driver["name"]): Promise<readonly Find[]> {
  const place = await makePlace(browser);
  try {
    await place.during("close", async (driver) => {
      await plantInTheClear(driver, planted.quiet);
      await untilTabsAreKept(place.profile, { label: "nickname", content: planted.quiet.nickname });
    });
    return await ours(place.profile, secrets);
  } finally {
    await place.remove();
  }
}
