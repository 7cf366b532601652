import type { EnginePolicy, Practice } from "../engine/model.ts";
import type { PatientIndex } from "../engine/patients/index.ts";
import { withRecorded } from "./check.ts";
import { digest } from "./digest.ts";
import { noPatients } from "./patients.ts";
import { closedCode, expiryOf, versionOf } from "./patients-state.ts";
import type { InForce } from "./patients-state.ts";
import type { ResolvedPatientList } from "./policy-patient-list.ts";
import type { ResolvedPolicy } from "./policy.ts";

interface Known {
  /** Names policy, practice, patient list and engine, and changes with any of them. */
  readonly version: string;
  readonly policyVersion: string;
  readonly resolved: ResolvedPolicy;
}

/** All that a verdict depends on, whole. */
export interface Knowledge<Prepared> extends Known {
  readonly prepared: Prepared;
  readonly code?: undefined;
}

/** All is known, and the patient list cannot be used: there are no verdicts until it can. */
export interface Withheld extends Known {
  readonly code: NonNullable<ReturnType<typeof closedCode>>;
}

export interface KnowledgeParts<Prepared> {
  readPolicy(): Promise<ResolvedPolicy>;
  readPractice(): Promise<Practice>;
  /** Is started before the policy is there: the list takes the longest. */
  loadPatients(policy: Promise<ResolvedPatientList>): Promise<InForce>;
  prepare(policy: EnginePolicy, practice: Practice, patients: PatientIndex): Prepared;
  /** Tells the pages. */
  publish(version: string): Promise<void>;
  /** Called with each knowledge that comes into force. */
  onChange?(known: Knowledge<Prepared> | Withheld): void;
  /**
   * To `reload` at this moment, when the list expires: a page must not go on with what it was told before, even where it
   * asks for no check. Milliseconds since 1970; null: there is no such moment.
   */
  wakeAt?(at: number | null): void;
  now(): number;
  readonly engineVersion: string;
}

export interface KnowledgeHolder<Prepared> {
  /**
   * Loads once a wake of the worker, and again when the list has expired. Undefined where any part could not be read; it
   * is tried again at the next call. There is no half-loaded knowledge.
   */
  ready(): Promise<Knowledge<Prepared> | Withheld | undefined>;
  /** Forgets what is loaded, loads again and tells the pages: something has changed. */
  reload(): Promise<Knowledge<Prepared> | Withheld | undefined>;
}

export function createKnowledge<Prepared>(parts: KnowledgeParts<Prepared>): KnowledgeHolder<Prepared> {
  type Loaded = Knowledge<Prepared> | Withheld;
  let loading: Promise<Loaded | undefined> | undefined;
  let expires: number | null = null;

  async function load(): Promise<{ loaded: Loaded; until: number | null }> {
    const reading = parts.readPolicy();
    const named = reading.then(({ patientList }) => patientList);
    // Its failure is that of `reading`, and is heard there, even where nobody waits for the list any more.
    named.catch(() => undefined);
    const [resolved, practice, list] = await Promise.all([
      reading,
      parts.readPractice(),
      parts.loadPatients(named),
    ]);
    const policyVersion = await digest(JSON.stringify(resolved.policy));
    const version = await digest(
      JSON.stringify([policyVersion, practice, versionOf(list), parts.engineVersion]),
    );
    const known = { version, policyVersion, resolved };
    const code = closedCode(list);
    if (code !== undefined) return { loaded: { ...known, code }, until: null };
    const isOpen = list.state === "open";
    const prepared = parts.prepare(withRecorded(resolved.policy), practice, isOpen ? list.index : noPatients);
    return { loaded: { ...known, prepared }, until: isOpen ? expiryOf(list.header) : null };
  }

  function begin(): Promise<Loaded | undefined> {
    const mine: Promise<Loaded | undefined> = load().then(
      ({ loaded, until }) => {
        if (loading === mine) expires = until;
        return loaded;
      },
      () => {
        if (loading === mine) loading = undefined;
        return undefined;
      },
    );
    loading = mine;
    expires = null;
    return mine;
  }

  /** A load that a newer one has overtaken must not announce an older version. */
  async function announce(mine: Promise<Loaded | undefined>): Promise<void> {
    const loaded = await mine;
    if (!loaded || loading !== mine) return;
    parts.onChange?.(loaded);
    parts.wakeAt?.(expires);
    // A page that was not told still sees the version of each verdict.
    await parts.publish(loaded.version).catch(() => undefined);
  }

  return {
    ready() {
      if (loading && (expires === null || parts.now() < expires)) return loading;
      const mine = begin();
      void announce(mine);
      return mine;
    },
    async reload() {
      const mine = begin();
      await announce(mine);
      return mine;
    },
  };
}
