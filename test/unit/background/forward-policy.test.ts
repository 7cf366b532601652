/** Where the record goes, by what the managed policy says, and says no more. */
import { expect, test } from "vitest";
import { collectorIn } from "../../../src/background/forward-post.ts";
import { resolvePolicy } from "../../../src/background/policy.ts";
import type { PolicySources } from "../../../src/background/policy.ts";

const collector = { address: "https://logs.clinic.example", token: "s3cret" };
const sources = (values: object, more: Partial<PolicySources> = {}): PolicySources => ({
  managed: { values: { ...values }, dropsSilently: false },
  settled: true,
  lastGood: {},
  seat: {},
  ...more,
});
const where = (given: PolicySources) => collectorIn(Promise.resolve({ resolved: resolvePolicy(given) }));
const kept = (of: PolicySources) => resolvePolicy(of).managedValues ?? {};

test("to the collector that it names", async () => {
  expect(await where(sources({ forwarding: collector }))).toEqual(collector);
  expect(await where(sources({ forwarding: { address: collector.address } }))).toEqual({
    address: collector.address,
  });
});

test("nowhere, where it names none", async () => {
  expect(await where(sources({}))).toBeUndefined();
  expect(await where(sources({ forwarding: null }))).toBeUndefined();
});

test("nowhere yet, before the browser has said whether there is a policy", async () => {
  expect(await where(sources({}, { settled: false, lastGood: undefined }))).toBe("unsettled");
  expect(await collectorIn(Promise.resolve(undefined))).toBe("unsettled");
});

test("it waits where there is only the last good policy, or what it says now cannot be used; the token is not kept", async () => {
  const lastGood = kept(sources({ forwarding: collector, postAnyway: "never" }));
  expect(JSON.stringify(lastGood)).not.toContain(collector.token);
  expect(await where(sources({}, { lastGood, doubted: true }))).toBe("away");
  const broken = { forwarding: { address: "http://logs.clinic.example" } };
  expect(await where(sources(broken, { lastGood }))).toBe("away");
});

test.each([
  ["http", { address: "http://logs.clinic.example" }],
  ["no address", { token: "s3cret" }],
  ["a token with a blank", { ...collector, token: "s3 cret" }],
  ["a token with an end of line", { ...collector, token: "s3\ncret" }],
  ["a token that no header can have", { ...collector, token: "s3crét" }],
  ["an empty token", { ...collector, token: " " }],
  ["a token longer than servers take", { ...collector, token: "x".repeat(2001) }],
])("nowhere with %s, and it is a fault", async (_what, forwarding) => {
  const given = sources({ forwarding });
  expect(await where(given)).toBeUndefined();
  const { faults } = resolvePolicy(given);
  expect(faults.map(({ path }) => path)).toEqual([expect.stringMatching(/^forwarding\b/)]);
  expect(JSON.stringify(faults)).not.toContain("s3");
});

test("blanks around a token are no part of it", async () => {
  expect(await where(sources({ forwarding: { ...collector, token: " s3cret\n" } }))).toEqual(collector);
});
