import { beforeAll, describe, expect, test } from "vitest";
import { waitAfter } from "../../../src/background/patients-state.ts";
import type { ResolvedPatientList } from "../../../src/background/policy-patient-list.ts";
import { buildIndex } from "../../../src/engine/index.ts";
import { fromBase64, toBase64 } from "../../../src/patient-list/bytes.ts";
import { resealList } from "../../../src/patient-list/seal.ts";
import { browser } from "./one-browser.ts";
import { jane, managedKey, noneNamed, passphrase, quillon, sealedList } from "./parts.ts";
import type { Sealed } from "./parts.ts";

const named: ResolvedPatientList = {
  ...noneNamed,
  named: { address: "https://lists.example/list.rgl", sha256: "0".repeat(64) },
  key: toBase64(managedKey),
};

let both: Sealed;
let other: Sealed;
let expiring: Sealed;
let byPassphrase: Sealed;
beforeAll(async () => {
  both = await sealedList([jane], "both", { locks: { managedKey, passphrase } });
  other = await sealedList([jane, quillon], "other");
  expiring = await sealedList([jane], "expiring", { expires: 20_000 });
  byPassphrase = await sealedList([jane], "by-passphrase", { locks: { passphrase } });
});

describe("a seat's list", () => {
  test("is none until one is adopted, and is replaced as a whole", async () => {
    const machine = browser();
    expect(await machine.state()).toBe("none");
    for (const sealed of [both, other]) {
      expect(await machine.adopt(sealed)).toBe(true);
      const list = await machine.worker().load(Promise.resolve(noneNamed));
      expect(list).toMatchObject({ state: "open", source: "seat", id: sealed.id });
    }
    expect(await machine.store.readPatients("both")).toBeUndefined();
    const patients = machine.worker();
    await patients.load(Promise.resolve(noneNamed));
    expect(await patients.remove()).toBe(true);
    expect(await patients.remove()).toBe(false);
    expect(await machine.state()).toBe("none");
    expect(await machine.store.readPatients("other")).toBeUndefined();
    expect(machine.key.value).toBeNull();
  });

  test.each<[string, (good: Sealed) => Sealed]>([
    ["is not there", (good) => ({ ...good, id: "" })],
    ["does not open with the key", (good) => ({ ...good, id: "new", key: toBase64(new Uint8Array(32)) })],
    ["is another than its id says", (good) => ({ ...good, id: "new" })],
    ["is no list", (good) => ({ ...good, id: "new", file: new Uint8Array(99) })],
  ])("one that %s is not adopted, and changes nothing", async (_name, make) => {
    const machine = browser();
    await machine.adopt(both);
    expect(await machine.adopt(make(other))).toBe(false);
    const list = await machine.worker().load(Promise.resolve(noneNamed));
    expect(list).toMatchObject({ state: "open", id: "both" });
  });

  test("made of one that has been replaced meanwhile is not taken, and its file goes", async () => {
    const machine = browser();
    await machine.adopt(both);
    const patients = machine.worker();
    await machine.store.addPatients(other);
    expect(await patients.adopt("other", other.key, "both")).toBe(true);
    await machine.store.addPatients(expiring);
    expect(await patients.adopt("expiring", expiring.key, "both")).toBe("stale");
    expect(await machine.store.readPatients("expiring")).toBeUndefined();
    expect(await patients.load(Promise.resolve(noneNamed))).toMatchObject({ state: "open", id: "other" });
  });

  test("is not the one before it, put back in its place under the key that both have", async () => {
    const machine = browser();
    await machine.adopt(both);
    const index = buildIndex([quillon], new Uint8Array(16), "next");
    const key = fromBase64(both.key) ?? new Uint8Array();
    const next = await resealList(both.file, key, index, { created: 2_000, expires: null });
    if ("problem" in next) throw new Error(next.problem);
    await machine.adopt({ ...both, id: "next", file: next.file });
    expect(await machine.state()).toBe("open");
    await machine.store.addPatients({ id: "next", file: both.file });
    expect(await machine.state()).toBe("altered");
    const patients = machine.worker();
    await patients.load(Promise.resolve(noneNamed));
    expect(await patients.unlock(passphrase)).toEqual({ problem: "altered", wait: 0 });
  });

  test("leaves nothing behind when it is removed, not even a file that nobody took into use", async () => {
    const machine = browser();
    await machine.adopt(both);
    await machine.store.addPatients(other);
    expect(await machine.worker().remove()).toBe(true);
    expect(await machine.store.readPatients("both")).toBeUndefined();
    expect(await machine.store.readPatients("other")).toBeUndefined();
  });

  test("is open as long as the browser runs, then locked until the passphrase is typed", async () => {
    const machine = browser();
    await machine.adopt(both);
    expect(await machine.state()).toBe("open");
    machine.restart();
    const patients = machine.worker();
    expect((await patients.load(Promise.resolve(noneNamed))).state).toBe("locked");
    expect(await patients.unlock(passphrase)).toEqual({ problem: null, wait: 0 });
    expect((await patients.load(Promise.resolve(noneNamed))).state).toBe("open");
    expect(await machine.state()).toBe("open");
    await patients.lock();
    expect((await patients.load(Promise.resolve(noneNamed))).state).toBe("locked");
    expect(await machine.state()).toBe("locked");
  });

  test("that is locked while it is being opened is locked afterwards", async () => {
    const machine = browser();
    await machine.adopt(both);
    const patients = machine.worker();
    let say: (policy: ResolvedPatientList) => void = () => {};
    const loading = patients.load(new Promise((resolve) => (say = resolve)));
    const locking = patients.lock();
    say(noneNamed);
    await Promise.all([loading, locking]);
    expect((await patients.load(Promise.resolve(noneNamed))).state).toBe("locked");
    const failing = patients.load(Promise.reject(new Error("no policy")));
    await expect(failing).rejects.toThrow("no policy");
    expect((await patients.load(Promise.resolve(noneNamed))).state).toBe("locked");
  });

  test("takes no passphrase for a while after wrong ones, longer each time, also from another worker", async () => {
    const machine = browser();
    await machine.adopt(byPassphrase);
    machine.restart();
    const attempt = async (text: string) => {
      const patients = machine.worker();
      await patients.load(Promise.resolve(noneNamed));
      return patients.unlock(text);
    };
    expect(await attempt("wrong")).toEqual({ problem: "wrong-passphrase", wait: 1_000 });
    machine.now += 999;
    expect(await attempt(passphrase)).toEqual({ problem: "locked", wait: 1 });
    machine.now += 1;
    expect(await attempt("wrong again")).toEqual({ problem: "wrong-passphrase", wait: 2_000 });
    machine.now -= 1_000_000;
    expect(await attempt(passphrase)).toEqual({ problem: "locked", wait: 2_000 });
    machine.now += 1_002_000;
    expect(await attempt(passphrase)).toEqual({ problem: null, wait: 0 });
    expect(machine.tries.value).toEqual({ wrong: 0, until: 0 });
    expect([1, 2, 3, 4, 5, 6, 60].map(waitAfter)).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
  });

  test("expires while it is open, and stays so for the right passphrase", async () => {
    const machine = browser();
    await machine.adopt(expiring);
    const patients = machine.worker();
    expect((await patients.load(Promise.resolve(noneNamed))).state).toBe("open");
    machine.now = 20_000;
    expect((await patients.load(Promise.resolve(noneNamed))).state).toBe("expired");
    expect(await machine.state()).toBe("expired");
    expect(patients.inForce()).not.toHaveProperty("index");
    expect(await machine.adopt(expiring)).toBe(false);
  });

  test.each<[string, string, (file: Uint8Array) => Uint8Array]>([
    ["cut short", "damaged", (file) => file.subarray(0, file.length - 1)],
    ["altered", "altered", (file) => file.map((byte, at) => (at === file.length - 40 ? byte ^ 1 : byte))],
    ["another file", "not-a-list", () => new Uint8Array(50)],
    [
      "of a newer version",
      "newer-version",
      (file) => {
        const text = new TextDecoder("latin1").decode(file).replace('"version":1', '"version":9');
        return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
      },
    ],
  ])("that was %s on disk is %s", async (_name, state, change) => {
    const machine = browser();
    await machine.adopt(other);
    await machine.store.addPatients({ id: "other", file: change(other.file) });
    expect(await machine.state()).toBe(state);
  });

  test("lies on disk in no other way than sealed", async () => {
    const machine = browser();
    await machine.adopt(both);
    const patients = machine.worker();
    await patients.load(Promise.resolve(noneNamed));
    const stored = await machine.store.readPatients("both");
    expect(Object.keys(stored ?? {}).toSorted()).toEqual(["file", "id"]);
    expect(stored?.file).toEqual(both.file);
    expect(await machine.store.readSetting("patients-in-use")).toEqual({ seat: "both", managed: null });
  });
});

describe("the practice's list", () => {
  async function taken(sealed: Sealed, machine = browser(), key: string | undefined = toBase64(managedKey)) {
    const patients = machine.worker();
    await patients.load(Promise.resolve(named));
    return { machine, patients, problem: await patients.take(sealed.file, sealed.sha256, key) };
  }

  test("is awaited until it has come, also where the seat has one", async () => {
    const machine = browser();
    expect(await machine.state(named)).toBe("awaited");
    await machine.adopt(other);
    expect(await machine.state({ ...named, named: "broken" })).toBe("awaited");
    const { patients } = await taken(both, machine);
    expect(await patients.load(Promise.resolve(named))).toMatchObject({
      state: "open",
      source: "managed",
      id: both.sha256,
    });
    expect(patients.setAside()).toBe(true);
    expect(await patients.managedId()).toBe(both.sha256);
  });

  test("opens with the key of the policy after the browser has started, without a person", async () => {
    const { machine } = await taken(other);
    machine.restart();
    expect(await machine.state(named)).toBe("open");
    expect(machine.key.value?.id).toBe(other.sha256);
  });

  test("waits for a key that may still come, and is locked without one", async () => {
    const { machine } = await taken(both);
    machine.restart();
    await expect(machine.state({ ...named, key: undefined, unsettled: true })).rejects.toThrow(
      "may still come",
    );
    expect(await machine.state({ ...named, key: undefined })).toBe("locked");
    expect(await machine.state({ ...named, key: toBase64(new Uint8Array(32)) })).toBe("wrong-key");
    const patients = machine.worker();
    await patients.load(Promise.resolve({ ...named, key: undefined }));
    expect(await patients.unlock(passphrase)).toEqual({ problem: null, wait: 0 });
    expect(await machine.state({ ...named, key: undefined })).toBe("open");
  });

  test("gives way to the seat's own, which was kept, when the policy names none any more", async () => {
    const machine = browser();
    await machine.adopt(other);
    const { patients } = await taken(both, machine);
    await patients.load(Promise.resolve(named));
    expect((await patients.load(Promise.resolve(noneNamed))).state).toBe("locked");
    expect(patients.inForce()).toMatchObject({ source: "seat", id: "other" });
    expect(await machine.store.readPatients(both.sha256)).toBeUndefined();
    expect(patients.setAside()).toBe(false);
  });

  test("a list that the seat adopts meanwhile is kept, and not used", async () => {
    const { machine, patients } = await taken(both);
    await patients.load(Promise.resolve(named));
    await machine.store.addPatients(other);
    expect(await patients.adopt("other", other.key)).toBe(true);
    expect(await patients.load(Promise.resolve(named))).toMatchObject({ state: "open", id: both.sha256 });
    expect(machine.key.value?.id).toBe(both.sha256);
    expect(await patients.remove()).toBe(true);
    expect(await machine.state(named)).toBe("open");
  });

  test("that was sealed for a passphrase alone is taken locked", async () => {
    const machine = browser();
    const patients = machine.worker();
    await patients.load(Promise.resolve({ ...named, key: undefined }));
    expect(await patients.take(byPassphrase.file, byPassphrase.sha256, undefined)).toBeUndefined();
    expect((await patients.load(Promise.resolve({ ...named, key: undefined }))).state).toBe("locked");
    expect(await patients.unlock(passphrase)).toEqual({ problem: null, wait: 0 });
  });

  test.each<[string, (sealed: Sealed) => Uint8Array, string | undefined, number]>([
    ["not-a-list", () => new Uint8Array(64), toBase64(managedKey), 10_000],
    ["damaged", ({ file }) => file.subarray(0, 200), toBase64(managedKey), 10_000],
    [
      "damaged",
      ({ file }) => file.map((byte, at) => (at === 300 ? byte ^ 1 : byte)),
      toBase64(managedKey),
      10_000,
    ],
    ["wrong-key", ({ file }) => file, toBase64(new Uint8Array(32)), 10_000],
    ["no-such-lock", ({ file }) => file, undefined, 10_000],
    ["expired", () => expiring.file, toBase64(managedKey), 20_000],
    ["no-such-lock", () => byPassphrase.file, toBase64(managedKey), 10_000],
  ])("one that is %s changes nothing", async (problem, change, key, now) => {
    const { machine, patients } = await taken(both);
    machine.now = now;
    expect(await patients.take(change(other), "f".repeat(64), key)).toBe(problem);
    expect(await patients.load(Promise.resolve(named))).toMatchObject({ state: "open", id: both.sha256 });
    expect(await machine.state(named)).toBe("open");
  });

  test("stays the last good one where the next cannot be kept", async () => {
    const { machine, patients } = await taken(both);
    machine.store.fail = true;
    await expect(patients.take(other.file, other.sha256, toBase64(managedKey))).rejects.toThrow("Quota");
    machine.store.fail = false;
    expect(await patients.load(Promise.resolve(named))).toMatchObject({ state: "open", id: both.sha256 });
  });
});
