import { describe, expect, test, vi } from "vitest";
import { checkDraft } from "../../../src/background/check.ts";
import { createKnowledge } from "../../../src/background/knowledge.ts";
import type { KnowledgeParts } from "../../../src/background/knowledge.ts";
import { adoptPatients, loadPatients, removePatients } from "../../../src/background/patients.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { buildIndex } from "../../../src/engine/index.ts";
import type { Person } from "../../../src/engine/index.ts";
import { clear, defaultPolicy, defaultResolved, draft, memoryDatabase, stopped } from "./parts.ts";

function holder(more: Partial<KnowledgeParts<string>> = {}) {
  const publish = vi.fn<(version: string) => Promise<void>>(async () => {});
  const parts: KnowledgeParts<string> = {
    readPolicy: async () => defaultResolved,
    readPractice: async () => emptyPractice,
    readPatients: async () => undefined,
    prepare: () => "prepared",
    publish,
    engineVersion: "1",
    ...more,
  };
  return { ...createKnowledge(parts), publish, parts };
}

const broken = () => Promise.reject(new Error("the disk is gone"));

describe("knowledge", () => {
  test("is loaded once a wake, and announced", async () => {
    const readPolicy = vi.fn<() => Promise<typeof defaultResolved>>(async () => defaultResolved);
    const knowledge = holder({ readPolicy });
    const [first, second] = await Promise.all([knowledge.ready(), knowledge.ready()]);
    expect(first).toBe(second);
    expect(readPolicy).toHaveBeenCalledTimes(1);
    expect(knowledge.publish.mock.calls).toEqual([[first?.version]]);
  });

  test.each([
    ["policy", { readPolicy: broken }],
    ["practice", { readPractice: broken }],
    ["patient list", { readPatients: broken }],
    ["engine", { prepare: () => expect.unreachable() }],
  ])("is not there, not even by half, when the %s cannot be read", async (_name, part) => {
    const knowledge = holder(part);
    expect(await knowledge.ready()).toBeUndefined();
    expect(knowledge.publish).not.toHaveBeenCalled();
  });

  test("is tried again after it could not be loaded", async () => {
    let fails = true;
    const knowledge = holder({ readPolicy: () => (fails ? broken() : Promise.resolve(defaultResolved)) });
    expect(await knowledge.ready()).toBeUndefined();
    fails = false;
    expect(await knowledge.ready()).toMatchObject({ prepared: "prepared" });
  });

  test("has another version whenever policy, practice, list, or engine is another", async () => {
    const strict = { ...defaultResolved, policy: { ...defaultPolicy, strictness: "strict" as const } };
    const list = await loaded([person]);
    const versions = await Promise.all(
      [
        holder(),
        holder({ readPolicy: async () => strict }),
        holder({ readPractice: async () => ({ ...emptyPractice, name: "Glow" }) }),
        holder({ readPatients: async () => list }),
        holder({ engineVersion: "2" }),
      ].map(async (one) => (await one.ready())?.version),
    );
    expect(new Set(versions).size).toBe(5);
    expect(versions).not.toContain(undefined);
    expect((await holder().ready())?.version).toBe(versions[0]);
  });

  test("an older load that ends late is not announced", async () => {
    const gates: (() => void)[] = [];
    let name = "old";
    const knowledge = holder({
      readPractice: async () => {
        const mine = name;
        await new Promise<void>((resolve) => void gates.push(resolve));
        return { ...emptyPractice, name: mine };
      },
    });
    const first = knowledge.ready();
    name = "new";
    const second = knowledge.reload();
    gates[1]?.();
    const { version } = (await second) ?? { version: "none" };
    gates[0]?.();
    await first;
    expect(knowledge.publish.mock.calls).toEqual([[version]]);
    expect((await knowledge.ready())?.version).toBe(version);
  });
});

describe("a checked draft", () => {
  const known = {
    version: "v",
    policyVersion: "p",
    resolved: defaultResolved,
    prepared: "prepared",
  };
  const warned = { ...stopped, verdict: "warn" as const };
  test.each([
    ["never", clear, false],
    ["never", warned, false],
    ["never", stopped, false],
    ["warnings", clear, false],
    ["warnings", warned, true],
    ["warnings", stopped, false],
    ["always", clear, false],
    ["always", warned, true],
    ["always", stopped, true],
  ] as const)("where policy says %s: %o may be posted anyway: %s", (postAnyway, verdict, expected) => {
    const resolved = { ...defaultResolved, policy: { ...defaultPolicy, postAnyway } };
    expect(checkDraft(draft, { ...known, resolved }, () => verdict)).toEqual({
      knowledge: "v",
      verdict,
      permission: { postAnyway: expected, reasonRequired: expected },
    });
  });
});

describe("the patient list", () => {
  test("is none until one is adopted, and is replaced as a whole", async () => {
    const store = memoryDatabase();
    expect(await loadPatients(store)).toBeUndefined();
    for (const id of ["one", "two"]) {
      await store.addPatients({ id, people: 1, created: 5, index: buildIndex([person], key, id) });
      expect(await adoptPatients(store, id)).toBe(true);
      expect(await loadPatients(store)).toMatchObject({ id, people: 1, created: 5 });
    }
    expect(await store.readPatients("one")).toBeUndefined();
    await removePatients(store);
    expect(await loadPatients(store)).toBeUndefined();
    expect(await store.readPatients("two")).toBeUndefined();
  });

  test.each([
    ["is not there", undefined],
    ["is no index", { format: 1 }],
    [
      "has a key of the wrong length",
      { ...buildIndex([], new Uint8Array(16), "bad"), key: new Uint8Array(4) },
    ],
    ["is of another format", { ...buildIndex([], new Uint8Array(16), "bad"), format: 2 }],
  ])("one that %s is not adopted, and changes nothing", async (_name, index) => {
    const store = memoryDatabase();
    await store.addPatients({ id: "good", people: 1, created: 5, index: buildIndex([person], key, "good") });
    await adoptPatients(store, "good");
    if (index) await store.addPatients({ id: "bad", people: 0, created: 6, index });
    expect(await adoptPatients(store, "bad")).toBe(false);
    expect(await loadPatients(store)).toMatchObject({ id: "good" });
  });

  test("that has been lost is not taken for no list", async () => {
    const store = memoryDatabase();
    await store.writeSetting("patients-in-use", "lost");
    await expect(loadPatients(store)).rejects.toThrow("cannot be read");
  });
});

const key = Uint8Array.from({ length: 16 }, (_, at) => at);
const person: Person = {
  given: "Jane",
  family: "Doe",
  nicknames: [],
  aliases: [],
  handles: [],
  phones: [],
  emails: [],
  recordNumbers: [],
  formerFamilies: [],
  birthDates: [],
};

async function loaded(people: Person[]) {
  const store = memoryDatabase();
  await store.addPatients({
    id: "list",
    people: people.length,
    created: 0,
    index: buildIndex(people, key, "list"),
  });
  await adoptPatients(store, "list");
  return loadPatients(store);
}
