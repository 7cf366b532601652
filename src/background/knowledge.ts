import type { EnginePolicy, Practice } from "../engine/model.ts";
import type { PatientIndex } from "../engine/patients/index.ts";
import { digest } from "./digest.ts";
import { noPatients } from "./patients.ts";
import type { LoadedPatients } from "./patients.ts";
import type { ResolvedPolicy } from "./policy.ts";

/** All that a verdict depends on, whole; `version` names it, and changes with any of it. */
export interface Knowledge<Prepared> {
  readonly version: string;
  readonly policyVersion: string;
  readonly resolved: ResolvedPolicy;
  readonly prepared: Prepared;
}

export interface KnowledgeParts<Prepared> {
  readPolicy(): Promise<ResolvedPolicy>;
  readPractice(): Promise<Practice>;
  readPatients(): Promise<LoadedPatients | undefined>;
  prepare(policy: EnginePolicy, practice: Practice, patients: PatientIndex): Prepared;
  /** Tells the pages. */
  publish(version: string): Promise<void>;
  readonly engineVersion: string;
}

export interface KnowledgeHolder<Prepared> {
  /**
   * Loads once a wake of the worker. Undefined where any part could not be read; it is tried again at the next call.
   * There is no half-loaded knowledge.
   */
  ready(): Promise<Knowledge<Prepared> | undefined>;
  /** Forgets what is loaded, loads again and tells the pages: something has changed. */
  reload(): Promise<Knowledge<Prepared> | undefined>;
}

export function createKnowledge<Prepared>(parts: KnowledgeParts<Prepared>): KnowledgeHolder<Prepared> {
  let loading: Promise<Knowledge<Prepared> | undefined> | undefined;

  async function load(): Promise<Knowledge<Prepared>> {
    const [resolved, practice, patients] = await Promise.all([
      parts.readPolicy(),
      parts.readPractice(),
      parts.readPatients(),
    ]);
    const policyVersion = await digest(JSON.stringify(resolved.policy));
    const version = await digest(
      JSON.stringify([policyVersion, practice, patients?.id ?? null, parts.engineVersion]),
    );
    const prepared = parts.prepare(resolved.policy, practice, patients?.index ?? noPatients);
    return { version, policyVersion, resolved, prepared };
  }

  function begin(): Promise<Knowledge<Prepared> | undefined> {
    const mine: Promise<Knowledge<Prepared> | undefined> = load().catch(() => {
      if (loading === mine) loading = undefined;
      return undefined;
    });
    loading = mine;
    return mine;
  }

  /** A load that a newer one has overtaken must not announce an older version. */
  async function announce(mine: Promise<Knowledge<Prepared> | undefined>): Promise<void> {
    const loaded = await mine;
    // A page that was not told still sees the version of each verdict.
    if (loaded && loading === mine) await parts.publish(loaded.version).catch(() => undefined);
  }

  return {
    ready() {
      if (loading) return loading;
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
