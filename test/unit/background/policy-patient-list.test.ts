import { describe, expect, test } from "vitest";
import { resolvePolicy } from "../../../src/background/policy.ts";
import type { PolicySources, ResolvedPolicy } from "../../../src/background/policy.ts";
import { toBase64 } from "../../../src/patient-list/bytes.ts";
import { managedKey } from "./parts.ts";

const sha256 = "0123456789abcdef".repeat(4);
const file = { address: "https://lists.example/patients.rgl?v=3", sha256 };
const key = toBase64(managedKey);
const old = { address: "https://lists.example/old.rgl", sha256: "f".repeat(64) };

const nothing: PolicySources = {
  managed: { values: {}, dropsSilently: false },
  settled: true,
  lastGood: {},
  seat: {},
};
const resolve = (patientList: unknown, more: Partial<PolicySources> = {}): ResolvedPolicy =>
  resolvePolicy({ ...nothing, managed: { values: { patientList }, dropsSilently: false }, ...more });

describe("the practice's patient list in the policy", () => {
  test("is kept and told without its key", () => {
    const resolved = resolve({ ...file, sha256: sha256.toUpperCase(), key });
    expect(resolved.patientList).toEqual({ named: file, key, unsettled: false, faults: [] });
    expect(resolved.policy.patientList).toEqual(file);
    expect(resolved.managedValues).toEqual({ patientList: file });
    expect(resolved.states.get("patientList")).toEqual({ origin: "managed", level: "fixed" });
    expect(resolved.faults).toEqual([]);
    expect(JSON.stringify([resolved.policy, resolved.managedValues])).not.toContain(key);
  });

  test.each<[string, unknown, string]>([
    ["http", { ...file, address: "http://lists.example/x" }, "patientList.address"],
    ["no address", { ...file, address: "lists.example" }, "patientList.address"],
    ["a password in the address", { ...file, address: "https://a:b@lists.example/x" }, "patientList.address"],
    ["a part after #", { ...file, address: "https://lists.example/x#y" }, "patientList.address"],
    ["a short hash", { ...file, sha256: sha256.slice(1) }, "patientList.sha256"],
    ["no hexadecimal", { ...file, sha256: `g${sha256.slice(1)}` }, "patientList.sha256"],
    ["no hash", { address: file.address }, "patientList.sha256"],
    ["a short key", { ...file, key: toBase64(managedKey.subarray(1)) }, "patientList.key"],
    ["a key that is no base64", { ...file, key: "*".repeat(44) }, "patientList.key"],
    ["a key with bits too many", { ...file, key: `${key.slice(0, 42)}9=` }, "patientList.key"],
    ["a setting of the future", { ...file, every: "day" }, "patientList.every"],
    ["a text", file.address, "patientList"],
    ["a list", [file], "patientList"],
  ])(
    "with %s is a fault; the last good word stays, and without one a list is awaited",
    (_name, bad, path) => {
      const first = resolve(bad);
      expect(first.patientList.named).toBe("broken");
      expect(first.policy).toMatchObject({ patientList: null, levels: { alwaysAllow: "tighten" } });
      expect(first.source).toBe("managed");
      expect(first.faults.map((fault) => fault.path)).toContain(path);
      expect(JSON.stringify(first.faults)).not.toContain("lists.example");
      const later = resolve(bad, { lastGood: { patientList: old } });
      expect(later.patientList.named).toEqual(old);
      expect(later.managedValues?.["patientList"]).toEqual(old);
    },
  );

  test("keeps a key that is whole beside something broken: it opens the last good list", () => {
    expect(resolve({ ...file, sha256: 7, key }).patientList.key).toBe(key);
    expect(resolve({ ...file, key: "short" }).patientList.key).toBeUndefined();
  });

  test("is withdrawn by a word of the admin, also where Chrome would hide that it was taken away", () => {
    const dropsSilently = { values: { patientList: { address: "none" } }, dropsSilently: true };
    const resolved = resolvePolicy({ ...nothing, lastGood: { patientList: old }, managed: dropsSilently });
    expect(resolved.patientList).toMatchObject({ named: "none", faults: [] });
    expect(resolved.managedValues).toEqual({ $managed: true });
  });

  test("outlives a late or refused managed policy, and goes with one that is gone", () => {
    const lastGood = { patientList: old };
    const late = resolvePolicy({ ...nothing, lastGood, settled: false });
    expect(late.patientList).toMatchObject({ named: old, key: undefined, unsettled: true });
    const refused = resolvePolicy({
      ...nothing,
      lastGood,
      managed: { values: { strictness: "strict" }, dropsSilently: true },
    });
    expect(refused.patientList.named).toEqual(old);
    expect(refused.faults.map(({ path }) => path)).toEqual(["patientList"]);
    expect(resolvePolicy({ ...nothing, lastGood }).patientList.named).toBe("none");
    expect(resolve(null, { lastGood }).patientList.named).toBe("none");
    const firefox = { values: { strictness: "strict" }, dropsSilently: false };
    expect(resolvePolicy({ ...nothing, lastGood, managed: firefox }).patientList.named).toBe("none");
  });
});
