import { describe, expect, test } from "vitest";
import type { Answer } from "../../../src/contract/messages.ts";
import { policyReport } from "../../../src/contract/policy-report.ts";
import { practice } from "../../../src/contract/practice.ts";
import { toBase64 } from "../../../src/patient-list/bytes.ts";
import { draft, managedKey, memoryDatabase, quillon, sealedList } from "./parts.ts";
import { page, worker } from "./put-together.ts";

const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const token = "bearer-of-nothing";
const key = toBase64(managedKey);

async function valueOf<V>(answering: Answer<V> | Promise<Answer<V>>): Promise<V> {
  const answer = await answering;
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

describe("the worker, and the policy of an admin", () => {
  const file = { address: "https://lists.example/p.rgl", sha256: "a".repeat(64) };
  const values = {
    version: "2026-11",
    strictness: "strict",
    practice: { name: "Harborview" },
    approvers: [{ name: "Dr. Ada", secret }],
    forwarding: { address: "https://log.example/in", token },
    patientList: { ...file, key },
    monitor: { from: "2026-12-01", until: "2026-12-31" },
    contct: "Ada",
  };

  test("tells the pages all of it but its secrets, and whatever is told has its shape", async () => {
    const now = new Date(2026, 11, 2).getTime();
    const { handlers, store } = worker(memoryDatabase(), { managed: values, now: () => now });
    const read = await handlers["policy.read"]({}, page);
    const report = await valueOf(read);
    for (const hidden of [secret, token, key]) expect(JSON.stringify(report)).not.toContain(hidden);
    for (const hidden of [secret, token, key])
      expect(
        JSON.stringify([await store.readSetting("managed-policy"), await store.readSetting("policy-since")]),
      ).not.toContain(hidden);
    expect(policyReport.parse(report)).toMatchObject({
      policy: {
        approvers: [{ name: "Dr. Ada", secret: "" }],
        forwarding: { address: "https://log.example/in" },
        patientList: file,
      },
      states: {
        strictness: { origin: "managed", level: "tighten", since: now },
        practice: { origin: "managed", level: "fixed", since: now },
        postAnyway: { origin: "default", since: null },
      },
      faults: [
        { path: "contct", problem: "is no setting of this version", instead: "nothing: it is passed over" },
      ],
      source: "managed",
      managedSeen: true,
      goneUntil: null,
      monitoring: { from: "2026-12-01", until: "2026-12-31", now: true },
      browser: { name: "firefox", liveChange: false },
    });
    const { events, total } = await valueOf<{
      events: { kind: string; policyVersion: string }[];
      total: number;
    }>(handlers["policy.events"]({ limit: 1 }, page));
    expect({ events, total }).toMatchObject({ events: [{ kind: "fault", paths: ["contct"] }], total: 2 });
    expect(events[0]?.policyVersion).toBe(policyReport.parse(report).policyVersion);
  });

  test("keeps the practice that the admin has fixed", async () => {
    const { handlers } = worker(memoryDatabase(), { managed: values });
    const own = practice.parse({ name: "Own" });
    expect(await handlers["practice.change"]({ practice: own }, page)).toEqual({
      ok: false,
      code: "not-allowed",
    });
    expect(await valueOf(handlers["practice.read"]({}, page))).toMatchObject({
      practice: { name: "Harborview" },
      own: null,
      origin: "managed",
      level: "fixed",
    });
  });

  test("has a seat's own practice, where the admin leaves it to the seat", async () => {
    const levels = { practice: "default" };
    const { handlers } = worker(memoryDatabase(), { managed: { practice: { name: "Harborview" }, levels } });
    expect(await valueOf(handlers["practice.read"]({}, page))).toMatchObject({
      origin: "managed",
      level: "default",
    });
    const own = practice.parse({ name: "Own" });
    expect(await handlers["practice.change"]({ practice: own }, page)).toMatchObject({ ok: true });
    expect(await valueOf(handlers["practice.read"]({}, page))).toMatchObject({
      practice: { name: "Own" },
      own: { name: "Own" },
      origin: "seat",
    });
    const { states } = await valueOf(handlers["policy.read"]({}, page));
    expect(states["practice"]).toMatchObject({ origin: "seat", level: "default" });
  });

  test("does not use the practice's list from the day on which the policy ends it", async () => {
    const end = new Date(2027, 0, 31).getTime();
    let now = end - 1;
    const own = new Date(2028, 0, 1).getTime();
    const sealed = await sealedList([quillon], "list", { expires: own });
    const patientList = { ...file, sha256: sealed.sha256, key, expires: "2027-01-31" };
    const { handlers, patients } = worker(memoryDatabase(), { managed: { patientList }, now: () => now });
    expect(await patients.take(sealed.file, sealed.sha256, key)).toBeUndefined();
    expect(await handlers["draft.check"]({ draft }, page)).toMatchObject({ ok: true });
    const list = async () => (await valueOf(handlers["patients.read"]({}, page))).list;
    expect(await list()).toMatchObject({ state: "open", expires: end, expiresBy: "policy" });
    now = end;
    expect(await handlers["draft.check"]({ draft }, page)).toEqual({ ok: false, code: "expired" });
    expect(await list()).toMatchObject({ state: "expired", expires: end, expiresBy: "policy" });
    expect(await valueOf(handlers["patients.unlock"]({ passphrase: "any" }, page))).toEqual({
      problem: "expired",
      wait: 0,
    });
  });

  test("lets nothing be changed until the browser has said what may be, and checks no draft", async () => {
    const own = practice.parse({ name: "Own" });
    const store = memoryDatabase();
    await store.writeSetting("practice", own);
    const { handlers } = worker(store, { dropsSilently: true });
    const notReady = { ok: false, code: "not-ready" };
    expect(await handlers["draft.check"]({ draft }, page)).toEqual(notReady);
    expect(await handlers["policy.change"]({ policy: { strictness: "strict" } }, page)).toEqual(notReady);
    expect(await handlers["practice.change"]({ practice: own }, page)).toEqual(notReady);
    expect(await handlers["patients.read"]({}, page)).toEqual(notReady);
    expect(await valueOf(handlers["knowledge.wake"]({}, page))).toMatchObject({
      unchecked: "hold",
      siteOn: true,
    });
    expect(await valueOf(handlers["policy.read"]({}, page))).toMatchObject({
      source: "awaited",
      managedSeen: false,
    });
    expect(await valueOf(handlers["practice.read"]({}, page))).toMatchObject({ practice: own, own });
  });
});
