import { expect } from "vitest";
import { createHandlers } from "../../../src/background/handlers.ts";
import { createKnowledge } from "../../../src/background/knowledge.ts";
import { createListFetch } from "../../../src/background/list-fetch.ts";
import { createPatients } from "../../../src/background/patients.ts";
import { createPolicySource } from "../../../src/background/policy-source.ts";
import { createWarmUp } from "../../../src/background/warm-up.ts";
import { createWatch } from "../../../src/background/watch.ts";
import type { Standing } from "../../../src/background/watch.ts";
import { emptyPractice, practice } from "../../../src/contract/practice.ts";
import { check, listedIn, prepare } from "../../../src/engine/index.ts";
import { hostOf } from "../../../src/platform/sender.ts";
import type { Sender } from "../../../src/platform/sender.ts";
import { memoryDatabase, memoryItem } from "./parts.ts";

export const page: Sender = { id: "guard", url: "https://www.yelp.com/biz/x", tab: { id: 3 }, frameId: 0 };
const hosts = ["facebook.com", "yelp.com"] as const;

/** The worker as it is put together, on a database in memory and with the real engine. */
export function worker(store = memoryDatabase()) {
  const published: string[] = [];
  const shown: [number, Standing][] = [];
  const later: (() => void)[] = [];
  const policy = createPolicySource({
    readManaged: async () => ({ values: {}, dropsSilently: false }),
    readSetting: (key) => store.readSetting(key),
    writeSetting: (key, value) => store.writeSetting(key, value),
    started: memoryItem(0),
    now: () => 5,
  });
  const watch = createWatch({
    kept: memoryItem([]),
    show: async (tabId, standing) => void shown.push([tabId, standing]),
    openTabs: async () => [3],
  });
  const patients = createPatients({
    store,
    key: memoryItem(null),
    tries: memoryItem({ wrong: 0, until: 0 }),
    now: () => 5,
  });
  const knowledge = createKnowledge({
    readPolicy: () => policy.read(),
    async readPractice() {
      const stored = practice.safeParse(await store.readSetting("practice"));
      return stored.success ? stored.data : emptyPractice;
    },
    loadPatients: (resolved) => patients.load(resolved),
    now: () => 5,
    prepare,
    publish: async (version) => void published.push(version),
    onChange: (known) => void watch.showList(known.code),
    engineVersion: "1",
  });
  const handlers = createHandlers({
    store,
    knowledge,
    policy,
    patients,
    listFetch: createListFetch({
      readPolicy: async () => (await policy.read()).patientList,
      patients,
      kept: memoryItem(null),
      download: () => expect.unreachable(),
      alarm: { set: async () => {}, clear: async () => {} },
      onTaken: () => knowledge.reload(),
      now: () => 5,
      random: () => 0,
    }),
    watch,
    check,
    listedIn,
    engineVersion: "1",
    now: () => 5,
    warmUp: createWarmUp(check, (task) => void later.push(task)),
    siteOf: (sender) => (hostOf(sender, hosts) === "yelp.com" ? "yelp" : "facebook"),
  });
  return { handlers, store, published, shown, later, patients };
}
