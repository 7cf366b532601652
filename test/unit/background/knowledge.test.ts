import { describe, expect, test, vi } from "vitest";
import { checkDraft } from "../../../src/background/check.ts";
import { createKnowledge } from "../../../src/background/knowledge.ts";
import type { KnowledgeParts } from "../../../src/background/knowledge.ts";
import type { InForce } from "../../../src/background/patients-state.ts";
import { resolvePolicy } from "../../../src/background/policy.ts";
import type { PolicySources } from "../../../src/background/policy.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { openIndex } from "../../../src/engine/index.ts";
import { fromBase64 } from "../../../src/patient-list/bytes.ts";
import { openSealed } from "../../../src/patient-list/open-sealed.ts";
import { nothing } from "./managed.ts";
import { clear, defaultPolicy, defaultResolved, draft, jane, sealedList, stopped } from "./parts.ts";

function holder(more: Partial<KnowledgeParts<string>> = {}) {
  const publish = vi.fn<(version: string) => Promise<void>>(async () => {});
  const parts: KnowledgeParts<string> = {
    readPolicy: async () => defaultResolved,
    readPractice: async () => emptyPractice,
    loadPatients: async () => ({ state: "none" }),
    now: () => 0,
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
    ["patient list", { loadPatients: broken }],
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
    const list = await openList();
    const locked: InForce = { state: "locked", id: "list", source: "seat", header: undefined };
    const versions = await Promise.all(
      [
        holder(),
        holder({ readPolicy: async () => strict }),
        holder({ readPractice: async () => ({ ...emptyPractice, name: "Glow" }) }),
        holder({ loadPatients: async () => list }),
        holder({ loadPatients: async () => locked }),
        holder({ engineVersion: "2" }),
      ].map(async (one) => (await one.ready())?.version),
    );
    expect(new Set(versions).size).toBe(6);
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

async function openList(expires: number | null = null): Promise<InForce> {
  const { file, key, id } = await sealedList([jane], "list", { expires });
  const opened = await openSealed(file, fromBase64(key) ?? new Uint8Array(), 0);
  if ("problem" in opened) throw new Error(opened.problem);
  return { state: "open", source: "seat", id, header: opened.header, index: openIndex(opened.index) };
}

describe("knowledge without a list that can be used", () => {
  const header = (kind: "passphrase" | "managed") =>
    ({ locks: [{ kind }] }) as unknown as NonNullable<Extract<InForce, { id: string }>["header"]>;
  const closed = (state: "locked" | "expired" | "damaged" | "wrong-key", kind: "passphrase" | "managed") =>
    ({ state, id: "list", source: "managed", header: header(kind) }) as const;

  test.each<[string, InForce]>([
    ["awaited", { state: "awaited" }],
    ["locked", closed("locked", "passphrase")],
    ["locked", closed("wrong-key", "passphrase")],
    ["expired", closed("expired", "passphrase")],
    ["unusable", closed("damaged", "passphrase")],
    ["unusable", closed("wrong-key", "managed")],
    ["unusable", closed("locked", "managed")],
  ])("is %s: nothing is prepared, and the pages hear the version of that", async (code, list) => {
    const prepare = vi.fn<() => string>(() => "prepared");
    const knowledge = holder({ loadPatients: async () => list, prepare });
    const known = await knowledge.ready();
    expect(known).toMatchObject({ code, policyVersion: expect.any(String) });
    expect(known).not.toHaveProperty("prepared");
    expect(prepare).not.toHaveBeenCalled();
    expect(knowledge.publish.mock.calls).toEqual([[known?.version]]);
  });

  test("begins to load the list before the policy is there", async () => {
    const begun: string[] = [];
    const knowledge = holder({
      async readPolicy() {
        await vi.waitFor(() => expect(begun).toEqual(["list"]));
        return defaultResolved;
      },
      async loadPatients(policy) {
        begun.push("list");
        await policy;
        return { state: "none" };
      },
    });
    expect(await knowledge.ready()).toMatchObject({ prepared: "prepared" });
  });

  test("is asked for again when the list expires, though nobody checks a draft", async () => {
    let now = 0;
    let alarm: number | null | undefined;
    const knowledge = holder({
      loadPatients: async () => (now < 5_000 ? openList(5_000) : closed("expired", "passphrase")),
      now: () => now,
      wakeAt: (at) => void (alarm = at),
    });
    const first = await knowledge.ready();
    await vi.waitFor(() => expect(alarm).toBe(5_000));
    now = 5_000;
    await knowledge.reload();
    expect(knowledge.publish).toHaveBeenCalledTimes(2);
    expect(knowledge.publish.mock.calls[1]).not.toEqual([first?.version]);
    expect(alarm).toBeNull();
  });

  test("is loaded anew at the moment the list expires", async () => {
    let now = 0;
    const loadPatients = vi.fn<() => Promise<InForce>>(async () =>
      now < 5_000 ? openList(5_000) : closed("expired", "passphrase"),
    );
    const knowledge = holder({ loadPatients, now: () => now });
    const first = await knowledge.ready();
    now = 4_999;
    expect(await knowledge.ready()).toBe(first);
    now = 5_000;
    expect(await knowledge.ready()).toMatchObject({ code: "expired" });
    await knowledge.ready();
    expect(loadPatients).toHaveBeenCalledTimes(2);
    expect(knowledge.publish).toHaveBeenCalledTimes(2);
  });
});

describe("knowledge under a policy that changes by itself", () => {
  const policyOf = (more: Partial<PolicySources>) => resolvePolicy({ ...nothing, ...more });

  test("has no verdicts until the browser has said whether there is a managed policy, and loses no list meanwhile", async () => {
    let isLate = true;
    const heard: string[] = [];
    const knowledge = holder({
      readPolicy: async () => policyOf(isLate ? { settled: false, lastGood: undefined } : {}),
      async loadPatients(policy) {
        await policy.then(
          () => heard.push("policy"),
          () => heard.push("nothing"),
        );
        return { state: "none" };
      },
    });
    const awaited = await knowledge.ready();
    expect(awaited).toMatchObject({ code: "not-ready", resolved: { source: "awaited" } });
    expect(awaited).not.toHaveProperty("prepared");
    isLate = false;
    expect(await knowledge.reload()).toMatchObject({ prepared: "prepared" });
    expect(heard).toEqual(["nothing", "policy"]);
    expect(knowledge.publish).toHaveBeenCalledTimes(2);
  });

  test("has another version from the day on which a roll-out begins to enforce", async () => {
    const [begin, end] = [new Date(2026, 11, 1).getTime(), new Date(2026, 11, 15).getTime()];
    let now = begin;
    let alarm: number | null | undefined;
    const values = { monitor: { from: "2026-12-01", until: "2026-12-15" } };
    const knowledge = holder({
      readPolicy: async () => policyOf({ managed: { values, dropsSilently: false }, now }),
      now: () => now,
      wakeAt: (at) => void (alarm = at),
    });
    const watching = await knowledge.ready();
    expect(watching?.resolved.monitoring).toBe(true);
    await vi.waitFor(() => expect(alarm).toBe(end));
    now = end;
    const enforced = await knowledge.ready();
    expect(enforced?.resolved.monitoring).toBe(false);
    expect(enforced?.version).not.toBe(watching?.version);
    expect(enforced?.policyVersion).toBe(watching?.policyVersion);
  });

  test.each<[string, Record<string, unknown>, string | undefined, string]>([
    ["the seat's, where the policy names none", {}, "Own", "Own"],
    ["the policy's", { practice: { name: "Glow" } }, "Own", "Glow"],
    [
      "the policy's, where the seat's has no name",
      { practice: { name: "Glow" }, levels: { practice: "default" } },
      "",
      "Glow",
    ],
    [
      "the seat's, where the policy leaves it to it",
      { practice: { name: "Glow" }, levels: { practice: "default" } },
      "Own",
      "Own",
    ],
    ["nobody's, where the policy fixes it and names none", { levels: { practice: "fixed" } }, "Own", ""],
    ["nobody's", {}, undefined, ""],
  ])("knows as the practice's own %s", async (_name, values, own, expected) => {
    const prepare = vi.fn<KnowledgeParts<string>["prepare"]>(() => "prepared");
    const knowledge = holder({
      readPolicy: async () => policyOf({ managed: { values, dropsSilently: false } }),
      readPractice: async () => (own === undefined ? undefined : { ...emptyPractice, name: own }),
      prepare,
    });
    await knowledge.ready();
    expect(prepare.mock.calls[0]?.[1].name).toBe(expected);
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
    expect(checkDraft(draft, { ...known, resolved }, () => verdict, false)).toMatchObject({
      knowledge: "v",
      verdict,
      permission: { postAnyway: expected, reasonRequired: expected },
      note: false,
    });
  });
});
