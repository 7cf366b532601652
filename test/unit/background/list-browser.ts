/** A browser with a managed policy and a server, as far as the practice's list is concerned: all of it real but those. */
import { vi, expect } from "vitest";
import { createListFetch, fetchState } from "../../../src/background/list-fetch.ts";
import type { ListFetch } from "../../../src/background/list-fetch.ts";
import { createPatients } from "../../../src/background/patients.ts";
import type { Patients } from "../../../src/background/patients.ts";
import type { InForce, Tries } from "../../../src/background/patients-state.ts";
import { createPolicySource } from "../../../src/background/policy-source.ts";
import type { FetchProblem, KeptKey } from "../../../src/contract/patients.ts";
import { memoryDatabase, memoryItem } from "./parts.ts";

interface Worker extends ListFetch {
  readonly patients: Patients;
  load(): Promise<InForce>;
}

export interface ListBrowser {
  readonly store: ReturnType<typeof memoryDatabase>;
  /** What the managed policy says under `patientList`; undefined: nothing. */
  policy: unknown;
  /** Chrome has started, and does not give the policy yet. */
  policyIsLate: boolean;
  server: Uint8Array | "down" | "hangs" | FetchProblem;
  diskIsFull: boolean;
  now: number;
  random: number;
  alarm: number | undefined;
  readonly asked: string[];
  taken: number;
  aborted: number;
  /** The one that runs; starts one if none does. */
  readonly worker: Worker;
  killWorker(): void;
  restartBrowser(): void;
  untilAsked(times: number): Promise<void>;
}

export function listBrowser(): ListBrowser {
  const store = memoryDatabase();
  const key = memoryItem<KeptKey>(null);
  const tries = memoryItem<Tries>({ wrong: 0, until: 0 });
  const started = memoryItem(0);

  function startWorker(): Worker {
    // What a killed worker was about to do is not done.
    let isAlive = true;
    kill = () => (isAlive = false);
    const alive =
      <A extends unknown[], T>(work: (...args: A) => Promise<T>) =>
      (...args: A): Promise<T> =>
        isAlive ? work(...args) : new Promise(() => {});
    const now = (): number => browser.now;
    const policy = createPolicySource({
      readManaged: async () => ({
        values: browser.policyIsLate || browser.policy === undefined ? {} : { patientList: browser.policy },
        dropsSilently: true,
      }),
      installedByPolicy: async () => false,
      readSetting: (name) => store.readSetting(name),
      writeSetting: alive((name, value) => store.writeSetting(name, value)),
      writeSettings: alive((values) => store.writeSettings(values)),
      addPolicyEvents: alive((events) => store.addPolicyEvents(events)),
      started,
      now,
    });
    const readPolicy = async () => (await policy.read()).patientList;
    const patients = createPatients({
      store: {
        readSetting: (name) => store.readSetting(name),
        readPatients: (id) => store.readPatients(id),
        changePatients: alive(async (change) => {
          if (browser.diskIsFull) throw new Error("QuotaExceededError");
          await store.changePatients(change);
        }),
      },
      key,
      tries,
      now,
    });
    const fetching = createListFetch({
      readPolicy,
      patients,
      kept: {
        read: async () => fetchState.parse((await store.readSetting("patients-fetch")) ?? null),
        write: alive((state) => store.writeSetting("patients-fetch", state)),
      },
      async download(address, signal) {
        browser.asked.push(address);
        const { server } = browser;
        if (server === "down") return { problem: "unreachable" };
        if (typeof server !== "string") return { file: server };
        if (server !== "hangs") return { problem: server };
        return new Promise((resolve) => {
          signal.addEventListener("abort", () => {
            browser.aborted += 1;
            resolve({ problem: "unreachable" });
          });
        });
      },
      alarm: {
        set: alive(async (at) => void (browser.alarm = at)),
        clear: alive(async () => void (browser.alarm = undefined)),
      },
      async onTaken() {
        browser.taken += 1;
        await patients.load(readPolicy());
      },
      now,
      random: () => browser.random,
    });
    return { ...fetching, patients, load: () => patients.load(readPolicy()) };
  }

  let kill = (): void => {};
  let running: Worker | undefined;
  const browser: ListBrowser = {
    store,
    policy: undefined,
    policyIsLate: false,
    server: "down",
    diskIsFull: false,
    now: 1_000_000_000,
    random: 0,
    alarm: undefined,
    asked: [],
    taken: 0,
    aborted: 0,
    get worker() {
      running ??= startWorker();
      return running;
    },
    killWorker() {
      kill();
      running = undefined;
    },
    restartBrowser() {
      key.value = null;
      tries.value = { wrong: 0, until: 0 };
      started.value = 0;
      browser.killWorker();
    },
    async untilAsked(times: number) {
      await vi.waitFor(() => expect(browser.asked).toHaveLength(times));
    },
  };
  return browser;
}
