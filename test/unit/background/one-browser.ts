import { createPatients } from "../../../src/background/patients.ts";
import type { Patients } from "../../../src/background/patients.ts";
import type { Tries } from "../../../src/background/patients-state.ts";
import type { KeptKey } from "../../../src/contract/patients.ts";
import { memoryDatabase, memoryItem, noneNamed } from "./parts.ts";
import type { Sealed } from "./parts.ts";

/** One browser: what it has on disk, what it has in `storage.session`, and its clock. */
export function browser() {
  const store = memoryDatabase();
  const machine = {
    store,
    now: 10_000,
    key: memoryItem<KeptKey>(null),
    tries: memoryItem<Tries>({ wrong: 0, until: 0 }),
    /** A worker that has just started. */
    worker: (): Patients => createPatients({ ...machine, now: () => machine.now }),
    restart() {
      machine.key.value = null;
      machine.tries.value = { wrong: 0, until: 0 };
    },
    async adopt(sealed: Sealed) {
      const patients = machine.worker();
      await patients.load(Promise.resolve(noneNamed));
      if (sealed.id !== "") await store.addPatients({ id: sealed.id, file: sealed.file });
      return patients.adopt(sealed.id, sealed.key);
    },
    /** What a worker that has just started comes to. */
    state: async (policy = noneNamed) => (await machine.worker().load(Promise.resolve(policy))).state,
  };
  return machine;
}
