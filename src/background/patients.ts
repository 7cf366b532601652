/**
 * The patient lists of this browser. Sealed files lie in the database, the key of the one that is open in
 * `storage.session`, and its index in memory alone. What changes any of them waits for what is under way before it, so
 * that no list is opened, locked and replaced at the same time.
 */
import type { KeptKey } from "../contract/patients.ts";
import type { ListProblem, SealedHeader } from "../contract/sealed-list.ts";
import { emptyIndex, openIndex } from "../engine/patients/index.ts";
import type { PatientIndex } from "../engine/patients/index.ts";
import { fromBase64, sha256Of, toBase64 } from "../patient-list/bytes.ts";
import { readHeader, verifyFile } from "../patient-list/header.ts";
import { openSealed, unlockList } from "../patient-list/open-sealed.ts";
import type { Database } from "../platform/database.ts";
import type { Item } from "../platform/storage.ts";
import { createTurns } from "./in-turn.ts";
import { expiryOf, readInUse, waitAfter } from "./patients-state.ts";
import type { ClosedList, InForce, InUse, OpenList, Source, Tries } from "./patients-state.ts";
import { expiryInPolicy } from "./policy-patient-list.ts";
import type { ResolvedPatientList } from "./policy-patient-list.ts";

export interface PatientsParts {
  readonly store: Pick<Database, "readSetting" | "readPatients" | "changePatients">;
  readonly key: Item<KeptKey>;
  readonly tries: Item<Tries>;
  readonly now: () => number;
}

export interface Patients {
  /**
   * The list in force. The one that was used last is read and opened while `policy` is still on its way. Rejects where
   * the store cannot be read, or the managed key may still come: then nothing is known.
   */
  load(policy: Promise<ResolvedPatientList>): Promise<InForce>;
  /** What `load` last came to. */
  inForce(): InForce;
  setAside(): boolean;
  /** `wait`: milliseconds until the next passphrase is tried; `locked` with it: this one was not. */
  unlock(passphrase: string): Promise<{ problem: ListProblem | null; wait: number }>;
  lock(): Promise<void>;
  /**
   * Takes the seat's list that a page has stored. False if it does not open with the key, `stale` if another list than
   * `base` is the seat's: then the one before stays, and the stored file goes.
   */
  adopt(id: string, key: string, base?: string): Promise<boolean | "stale">;
  /** False, and nothing changed: there is no list of this seat. */
  remove(): Promise<boolean>;
  /**
   * Takes a fetched list in place of the managed one before, which stays where this one has a problem. `sha256` is the
   * caller's proof that it is the file the policy names; `managedKey`, where there is one, must open it.
   */
  take(file: Uint8Array, sha256: string, managedKey: string | undefined): Promise<ListProblem | undefined>;
  /** The id of the managed list that is stored whole; undefined: there is none. */
  managedId(): Promise<string | undefined>;
}

export const noPatients: PatientIndex = emptyIndex;

/** A stored list on its way to be used. */
type Opening = InForce & { readonly file?: Uint8Array };

export function createPatients(parts: PatientsParts): Patients {
  const { store, now } = parts;
  let opened: OpenList | undefined;
  let current: InForce = { state: "none" };
  let isSetAside = false;
  let isManaged = false;
  const alone = createTurns();

  const stored = async (): Promise<InUse> => readInUse(await store.readSetting("patients-in-use"));

  async function open(id: string, source: Source): Promise<Opening> {
    if (opened?.id === id && !isExpired(opened.header)) return opened;
    const [found, key] = await Promise.all([store.readPatients(id), parts.key.read()]);
    if (!found) return { state: "damaged", id, source, header: undefined };
    const { file } = found;
    const read = readHeader(file);
    if ("problem" in read) return { state: read.problem, id, source, header: undefined };
    const { header } = read;
    if (isExpired(header)) return { state: "expired", id, source, header };
    const raw = key?.id === id ? fromBase64(key.key) : undefined;
    return raw ? openWith(file, raw, { id, source, header }) : { state: "locked", id, source, header, file };
  }

  async function openWith(
    file: Uint8Array,
    key: Uint8Array,
    as: { readonly id: string; readonly source: Source; readonly header: SealedHeader },
  ): Promise<InForce> {
    const result = await openSealed(file, key, now());
    if ("problem" in result) return { ...as, state: result.problem };
    // A list that is changed keeps its key: the one before it would open as well, without those who came since.
    if (as.source === "seat" && result.header.listId !== as.id) return { ...as, state: "altered" };
    opened = { ...as, header: result.header, state: "open", index: openIndex(result.index) };
    return opened;
  }

  const isExpired = (header: SealedHeader): boolean => now() >= (expiryOf(header) ?? Infinity);

  async function keepKey(id: string, key: Uint8Array): Promise<void> {
    await parts.key.write({ id, key: toBase64(key) });
  }

  async function forget(): Promise<void> {
    opened = undefined;
    await parts.key.write(null);
  }

  async function openManaged({ file, ...list }: Opening, policy: ResolvedPatientList): Promise<InForce> {
    if ("id" in list && now() >= (expiryInPolicy(policy) ?? Infinity)) {
      const { id, source, header } = list;
      return { state: "expired", id, source, header };
    }
    if (list.state !== "locked" || !file) return list;
    if (!list.header?.locks.some(({ kind }) => kind === "managed")) return list;
    // Chrome may give the policy, and with it the key, some seconds after its start.
    if (policy.key === undefined && policy.unsettled) throw new Error("the managed key may still come");
    const managedKey = policy.key === undefined ? undefined : fromBase64(policy.key);
    if (!managedKey) return list;
    const unlocked = await unlockList(file, { managedKey });
    if ("problem" in unlocked) return { ...list, state: unlocked.problem };
    if (await isAnother(file, list)) return { ...list, state: "altered" };
    const { id, source, header } = list;
    const result = await openWith(file, unlocked.key, { id, source, header });
    if (result.state === "open") await keepKey(id, unlocked.key);
    return result;
  }

  async function load(policy: Promise<ResolvedPatientList>): Promise<InForce> {
    const inUse = await stored();
    const guess = inUse.managed?.id ?? inUse.seat;
    const guessed = guess === null ? undefined : open(guess, inUse.managed ? "managed" : "seat");
    try {
      return await settle(inUse, guessed, await policy);
    } finally {
      // Whatever becomes of it: a list that is still being opened must not be open after it has been locked.
      await guessed?.catch(() => undefined);
    }
  }

  async function settle(
    inUse: InUse,
    guessed: Promise<Opening> | undefined,
    policy: ResolvedPatientList,
  ): Promise<InForce> {
    isManaged = policy.named !== "none";
    isSetAside = isManaged && inUse.seat !== null;
    if (isManaged)
      return inUse.managed && guessed ? openManaged(await guessed, policy) : { state: "awaited" };
    if (!inUse.managed) return guessed ? withoutFile(await guessed) : { state: "none" };
    await guessed;
    const gone = inUse.managed.id;
    await store.changePatients({ inUse: { ...inUse, managed: null }, drop: (id) => id === gone });
    await forget();
    return inUse.seat === null ? { state: "none" } : withoutFile(await open(inUse.seat, "seat"));
  }

  return {
    load: (policy) =>
      alone(async () => {
        current = await load(policy);
        if (current.state !== "open") opened = undefined;
        return current;
      }),
    inForce: () => current,
    setAside: () => isSetAside,
    unlock: (passphrase) =>
      alone(async () => {
        if (!("id" in current)) return { problem: null, wait: 0 };
        // The policy may say so of a list that its passphrase would open.
        if (current.state === "expired") return { problem: "expired", wait: 0 };
        const before = await parts.tries.read();
        // A clock that was set back must not lock a person out.
        const wait = Math.min(before.until - now(), waitAfter(before.wrong));
        if (wait > 0) return { problem: "locked", wait };
        const { id, source } = current;
        const found = await store.readPatients(id);
        if (!found) return { problem: "damaged", wait: 0 };
        const read = readHeader(found.file);
        if ("problem" in read) return { problem: read.problem, wait: 0 };
        const unlocked = await unlockList(found.file, { passphrase });
        if ("problem" in unlocked) {
          if (unlocked.problem !== "wrong-passphrase") return { problem: unlocked.problem, wait: 0 };
          const wrong = before.wrong + 1;
          const longer = waitAfter(wrong);
          await parts.tries.write({ wrong, until: now() + longer });
          return { problem: unlocked.problem, wait: longer };
        }
        if (await isAnother(found.file, current)) return { problem: "altered", wait: 0 };
        const result = await openWith(found.file, unlocked.key, { id, source, header: read.header });
        if (result.state !== "open") return { problem: closedProblem(result), wait: 0 };
        await keepKey(id, unlocked.key);
        await parts.tries.write({ wrong: 0, until: 0 });
        return { problem: null, wait: 0 };
      }),
    lock: () => alone(forget),
    adopt: (id, key, base) =>
      alone(async () => {
        const [found, inUse] = await Promise.all([store.readPatients(id), stored()]);
        const managed = inUse.managed?.id;
        const raw = fromBase64(key);
        const isStale = base !== undefined && base !== inUse.seat;
        const result = found && raw && !isStale ? await openSealed(found.file, raw, now()) : undefined;
        if (!result || !raw || "problem" in result || result.header.listId !== id) {
          if (id !== inUse.seat && id !== managed)
            await store.changePatients({ inUse, drop: (other) => other === id });
          return isStale ? "stale" : false;
        }
        await store.changePatients({
          inUse: { ...inUse, seat: id },
          drop: (other) => other !== id && other !== managed,
        });
        if (!isManaged) {
          opened = undefined;
          await keepKey(id, raw);
        }
        return true;
      }),
    remove: () =>
      alone(async () => {
        const inUse = await stored();
        if (inUse.seat === null) return false;
        const managed = inUse.managed?.id;
        await store.changePatients({ inUse: { ...inUse, seat: null }, drop: (id) => id !== managed });
        if (!isManaged) await forget();
        return true;
      }),
    take: (file, sha256, managedKey) =>
      alone(async () => {
        const read = readHeader(file);
        if ("problem" in read) return read.problem;
        const damage = await verifyFile(file);
        if (damage) return damage;
        if (isExpired(read.header)) return "expired";
        const key = await keyFor(file, read.header, managedKey);
        if ("problem" in key) return key.problem;
        if (key.key) {
          const result = await openSealed(file, key.key, now());
          if ("problem" in result) return result.problem;
        }
        const inUse = await stored();
        const old = inUse.managed?.id;
        await store.changePatients({
          add: { id: sha256, file },
          inUse: { ...inUse, managed: { id: sha256 } },
          drop: (id) => id === old,
        });
        opened = undefined;
        if (key.key) await keepKey(sha256, key.key);
        return undefined;
      }),
    managedId: () =>
      alone(async () => {
        const id = (await stored()).managed?.id;
        const found = id === undefined ? undefined : await store.readPatients(id);
        return found && (await sha256Of(found.file)) === id ? id : undefined;
      }),
  };
}

/** Nothing in it: no key is to be had, and a person opens the list. */
async function keyFor(
  file: Uint8Array,
  { locks }: SealedHeader,
  managedKey: string | undefined,
): Promise<{ readonly key?: Uint8Array } | { readonly problem: ListProblem }> {
  if (managedKey === undefined)
    return locks.some(({ kind }) => kind === "passphrase") ? {} : { problem: "no-such-lock" };
  const raw = fromBase64(managedKey);
  return raw ? unlockList(file, { managedKey: raw }) : { problem: "wrong-key" };
}

/** The managed list is the file with the hash that it is stored under. Not asked of one whose key is in memory: that takes time. */
const isAnother = async (
  file: Uint8Array,
  { id, source }: Pick<ClosedList, "id" | "source">,
): Promise<boolean> => source === "managed" && (await sha256Of(file)) !== id;

function withoutFile({ file: _file, ...list }: Opening): InForce {
  return list;
}

const closedProblem = ({ state }: InForce): ListProblem =>
  state === "open" || state === "none" || state === "awaited" ? "locked" : state;
