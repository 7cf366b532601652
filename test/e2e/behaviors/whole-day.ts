/** A whole day at a practice in one profile: first without evidence, until the browser is closed; then with it, until it crashes. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newOfficerKey, officerKeyText } from "../../../src/record/evidence-key.ts";
import type { Driver } from "../harness/driver.ts";
import type { ManagedValues } from "../harness/managed-policy.ts";
import { importPatients, openPatients, testPassphrase } from "../harness/patients.ts";
import type { Find, Secret } from "../harness/profile-search.ts";
import { searchProfile } from "../harness/profile-search.ts";
import { recordedEntries } from "../harness/record.ts";
import * as sites from "./day-at-sites.ts";
import * as officer from "./day-of-officer.ts";
import type { Invented } from "./invented-names.ts";
import { inventedPerson, listOfInvented, namesOf } from "./invented-names.ts";
import { untilPolicy } from "./managed-values.ts";
import { isOfATab, makePlace } from "./profile-on-disk.ts";
import { lock, unlock } from "./working-day.ts";

/** Drafts of each half of the day by where they are written. */
const counts = { listed: 63, strangers: 18, pictures: 6, fields: 7, unchecked: 6 } as const;
const drafts = Object.values(counts).reduce<number>((sum, one) => sum + one, 0);
const others = 12;

const officersPassphrase = "eleven crooked herons hum";
const newestDraft = (person: Invented): string =>
  `Dear ${person.given} ${person.family}, your crown is ready`;

interface Half {
  readonly written: Readonly<Record<keyof typeof counts, readonly Invented[]>>;
  /** Named in reasons, notes and phrases, and in no draft. */
  readonly inside: readonly Invented[];
}

function half(first: number): Half {
  let next = first;
  const take = (count: number): Invented[] => Array.from({ length: count }, () => inventedPerson(next++));
  return {
    written: {
      listed: take(counts.listed),
      strangers: take(counts.strangers),
      pictures: take(counts.pictures),
      fields: take(counts.fields),
      unchecked: take(counts.unchecked),
    },
    inside: take(others),
  };
}

async function morningToNoon(driver: Driver, { written, inside }: Half, pictures: string): Promise<void> {
  const write = (
    on: Parameters<typeof sites.writeDrafts>[1],
    ways: Parameters<typeof sites.writeDrafts>[2],
    people: readonly Invented[],
  ): Promise<void> => sites.writeDrafts(driver, on, ways, { people, confided: inside, pictures });
  await lock(driver);
  await write(["facebook-comment", "reply"], sites.uncheckedWays, written.unchecked);
  await unlock(driver, testPassphrase);
  await write(["facebook-comment", "reply"], sites.commentWays, written.listed);
  await write(["facebook-comment", "reply"], sites.strangerWays, written.strangers);
  await write(["facebook-button", "button"], sites.pictureWays, written.pictures);
  await write(["instagram-comment", "Enter"], sites.fieldWays, written.fields);
}

async function onRecord(driver: Driver): Promise<Readonly<Record<string, number>>> {
  const page = await driver.openExtensionPage("popup.html");
  const byOutcome: Record<string, number> = {};
  for (const entry of await recordedEntries(page)) {
    const name = entry.kind === "attempt" ? entry.outcome : entry.kind;
    byOutcome[name] = (byOutcome[name] ?? 0) + 1;
  }
  await page.close();
  return byOutcome;
}

export interface DayFound {
  /** What is on disk that must not be, after each half. */
  readonly finds: readonly Find[];
  /** What must be there: by it one knows that the search reads the record. */
  readonly kept: ReadonlySet<string>;
  /** Entries by outcome, or by their kind. */
  readonly entries: Readonly<Record<string, number>>;
}

/** What each half of the day left on disk: the one that was closed, then the one that was killed. */
export async function wholeDay(browser: Driver["name"]): Promise<readonly DayFound[]> {
  const place = await makePlace(browser);
  const halves = [half(0), half(drafts + others)] as const;
  const written = halves.flatMap((one) => Object.values(one.written).flat());
  const inside = halves.flatMap((one) => one.inside);
  const strangers = new Set(halves.flatMap((one) => one.written.strangers));
  const atSites = new Set(written.flatMap(namesOf).map(({ label }) => label));
  const secrets: Secret[] = [
    ...[...written, ...inside].flatMap(namesOf),
    { label: "the passphrase of the list", content: testPassphrase },
    { label: "the officer's passphrase", content: officersPassphrase },
  ];
  const kept: Secret[] = [sites.keptOfReason, officer.keptOfNote].map((text) => ({
    label: text,
    content: text,
  }));
  const keptTexts = new Set(kept.map(({ label }) => label));

  async function search(entries: DayFound["entries"]): Promise<DayFound> {
    const { finds } = await searchProfile(place.profile, [...secrets, ...kept]);
    return {
      finds: finds.filter(
        (find) => !keptTexts.has(find.secret) && !(atSites.has(find.secret) && isOfATab(find)),
      ),
      kept: new Set(finds.map(({ secret }) => secret).filter((label) => keptTexts.has(label))),
      entries,
    };
  }

  /** What leaves as a file is searched as well. */
  async function exported(driver: Driver): Promise<void> {
    const text = await officer.exportAll(driver);
    for (const { label, content } of secrets)
      if (typeof content === "string" && text.includes(content)) throw new Error(`an export has ${label}`);
  }

  /** @returns what is on record by then */
  async function toEvening(driver: Driver, { inside }: Half): Promise<DayFound["entries"]> {
    await officer.reviewCases(driver, inside.slice(0, 6));
    await exported(driver);
    const entries = await onRecord(driver);
    await officer.leavePhrases(driver, ["alwaysStop", "replies"], at(inside, 6));
    await officer.leaveNote(driver, at(inside, 7));
    return entries;
  }

  try {
    const pictures = join(place.root, "pictures");
    await mkdir(pictures);
    const list = join(place.root, "list.csv");
    await writeFile(list, listOfInvented([...written.filter((one) => !strangers.has(one)), ...inside]));
    const keyFile = join(place.root, "officer.key");
    const key = await newOfficerKey(officersPassphrase, Date.now());
    await writeFile(keyFile, officerKeyText(key));
    const [without, withEvidence] = halves;
    const found: DayFound[] = [];
    let entries: DayFound["entries"] = {};

    const plain: ManagedValues = { postAnyway: "always" };
    await place.during(
      "close",
      async (driver) => {
        await untilPolicy(driver, plain);
        const page = await openPatients(driver);
        await importPatients(page, list);
        await page.close();
        await morningToNoon(driver, without, pictures);
        entries = await toEvening(driver, without);
      },
      plain,
    );
    found.push(await search(entries));

    const sealed: ManagedValues = { ...plain, evidenceKey: key.publicKey };
    await place.during(
      "kill",
      async (driver) => {
        await untilPolicy(driver, sealed);
        await unlock(driver, testPassphrase);
        await morningToNoon(driver, withEvidence, pictures);
        const draft = newestDraft(at(withEvidence.written.fields, counts.fields - 1));
        await officer.openEvidence(driver, { file: keyFile, passphrase: officersPassphrase, draft });
        entries = await toEvening(driver, withEvidence);
      },
      sealed,
    );
    found.push(await search(entries));
    return found;
  } finally {
    await place.remove();
  }
}

function at(people: readonly Invented[], index: number): Invented {
  const person = people[index];
  if (!person) throw new RangeError(`nobody at ${index}`);
  return person;
}
