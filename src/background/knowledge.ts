import type { EnginePolicy, Practice } from "../engine/model.ts";
import type { PatientIndex } from "../engine/patients/index.ts";
import type { Policy } from "../contract/policy.ts";
import { withRecorded } from "../contract/with-recorded.ts";
import { digest } from "./digest.ts";
import { noPatients } from "./patients.ts";
import { closedCode, expiryOf, versionOf } from "./patients-state.ts";
import type { InForce } from "./patients-state.ts";
import type { ResolvedPatientList } from "./policy-patient-list.ts";
import { versionOfPolicy } from "./policy-source.ts";
import { earliest } from "./policy.ts";
import type { ResolvedPolicy } from "./policy.ts";
import { practiceInForce } from "./practice-in-force.ts";

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

/**
 * All is known, and the patient list cannot be used, or (`not-ready`) the browser has not said yet whether there is a managed
 * policy: there are no verdicts until it can, or has.
 */
export interface Withheld extends Known {
  readonly code: NonNullable<ReturnType<typeof closedCode>> | "not-ready";
}

export interface KnowledgeParts<Prepared> {
  readPolicy(): Promise<ResolvedPolicy>;
  /** This seat's own; undefined: it has none. */
  readPractice(): Promise<Practice | undefined>;
  /** Is started before the policy is there: the list takes the longest. */
  loadPatients(policy: Promise<ResolvedPatientList>): Promise<InForce>;
  prepare(policy: EnginePolicy, practice: Practice, patients: PatientIndex): Prepared;
  /** Tells the pages. */
  publish(version: string): Promise<void>;
  /** Called with each knowledge that comes into force. */
  onChange?(known: Knowledge<Prepared> | Withheld): void;
  /**
   * To `reload` at this moment, when the list expires or the policy changes by itself: a page must not go on with what it was
   * told before, even where it asks for no check. Milliseconds since 1970; null: there is no such moment.
   */
  wakeAt?(at: number | null): void;
  now(): number;
  readonly engineVersion: string;
}

export interface KnowledgeHolder<Prepared> {
  /**
   * Loads once a wake of the worker, and again when the list has expired or the policy has changed by itself. Undefined where
   * any part could not be read; it is tried again at the next call. There is no half-loaded knowledge.
   */
  ready(): Promise<Knowledge<Prepared> | Withheld | undefined>;
  /**
   * The same practice and patients under another policy, which is not taken into force; its own practice profile counts, where it
   * has one. The last one is kept: somebody who tries a policy writes many drafts under it.
   */
  under(policy: Policy): Promise<Knowledge<Prepared> | Withheld | undefined>;
  /** Forgets what is loaded, loads again and tells the pages: something has changed. */
  reload(): Promise<Knowledge<Prepared> | Withheld | undefined>;
}

export function createKnowledge<Prepared>(parts: KnowledgeParts<Prepared>): KnowledgeHolder<Prepared> {
  type Loaded = Knowledge<Prepared> | Withheld;
  let loading: Promise<Loaded | undefined> | undefined;
  let until: number | null = null;
  const preparing = new WeakMap<Loaded, (policy: Policy) => Prepared>();
  let tried: { readonly of: Loaded; readonly text: string; readonly known: Knowledge<Prepared> } | undefined;

  async function load(): Promise<{ loaded: Loaded; until: number | null }> {
    const reading = parts.readPolicy();
    // What nobody knows yet must not be taken for "the admin names no list".
    const named = reading.then(({ patientList, source }) =>
      source === "awaited" ? Promise.reject(new Error("the policy is awaited")) : patientList,
    );
    const list = parts.loadPatients(named);
    // Their failure is heard below, or is that of `reading`.
    for (const one of [named, list]) one.catch(() => undefined);
    const [resolved, own] = await Promise.all([reading, parts.readPractice()]);
    const practice = practiceInForce(resolved, own);
    const policyVersion = await versionOfPolicy(resolved.policy);
    const about = async (state: string): Promise<Known> => ({
      version: await digest(
        JSON.stringify([policyVersion, resolved.monitoring, practice, state, parts.engineVersion]),
      ),
      policyVersion,
      resolved,
    });
    const changes = resolved.nextChange;
    if (resolved.source === "awaited")
      return { loaded: { ...(await about("policy awaited")), code: "not-ready" }, until: changes };
    const opened = await list;
    const known = await about(versionOf(opened));
    const code = closedCode(opened);
    if (code !== undefined) return { loaded: { ...known, code }, until: changes };
    const isOpen = opened.state === "open";
    const index = isOpen ? opened.index : noPatients;
    const prepared = parts.prepare(withRecorded(resolved.policy), practice, index);
    const loaded = { ...known, prepared };
    preparing.set(loaded, (policy) =>
      parts.prepare(withRecorded(policy), policy.practice ?? practice, index),
    );
    return {
      loaded,
      until: earliest([changes, isOpen ? expiryOf(opened.header) : null]),
    };
  }

  function begin(): Promise<Loaded | undefined> {
    const mine: Promise<Loaded | undefined> = load().then(
      (done) => {
        if (loading === mine) until = done.until;
        return done.loaded;
      },
      () => {
        if (loading === mine) loading = undefined;
        return undefined;
      },
    );
    loading = mine;
    until = null;
    return mine;
  }

  /** A load that a newer one has overtaken must not announce an older version. */
  async function announce(mine: Promise<Loaded | undefined>): Promise<void> {
    const loaded = await mine;
    if (!loaded || loading !== mine) return;
    parts.onChange?.(loaded);
    parts.wakeAt?.(until);
    // A page that was not told still sees the version of each verdict.
    await parts.publish(loaded.version).catch(() => undefined);
  }

  function ready(): Promise<Loaded | undefined> {
    if (loading && (until === null || parts.now() < until)) return loading;
    const mine = begin();
    void announce(mine);
    return mine;
  }

  return {
    ready,
    async under(policy) {
      const of = await ready();
      const prepare = of && preparing.get(of);
      if (!of || !prepare) return of;
      const text = JSON.stringify(policy);
      if (tried?.of === of && tried.text === text) return tried.known;
      const version = await digest(`${of.version} ${text}`);
      const known = {
        ...of,
        code: undefined,
        version,
        prepared: prepare(policy),
        resolved: { ...of.resolved, policy },
      };
      tried = { of, text, known };
      return known;
    },
    async reload() {
      const mine = begin();
      await announce(mine);
      return mine;
    },
  };
}
