import type { PatientsStanding } from "../../../contract/patients.ts";
import type { Policy } from "../../../contract/policy.ts";
import { fromBase64 } from "../../../patient-list/bytes.ts";
import { readPatientsKey } from "../../../platform/patients-key.ts";
import { ask } from "../../shared/ask-worker.ts";
import type { OpenList } from "./jobs.ts";

export type Unchecked = Policy["unchecked"];

/** The list in use as this page knows it. */
export interface InUse {
  /** Undefined: the worker could not say. */
  readonly standing: PatientsStanding | undefined;
  /** Where it is open and this browser's own: only then can it be changed here. */
  readonly open: OpenList | undefined;
  /** What policy does with drafts while there is no list to check them with. */
  readonly unchecked: Unchecked;
}

export async function readInUse(): Promise<InUse> {
  const [answer, policy] = await Promise.all([ask("patients.read", {}), ask("policy.read", {})]);
  const unchecked = policy.ok ? policy.value.policy.unchecked : "hold";
  if (!answer.ok) return { standing: undefined, open: undefined, unchecked };
  const standing = answer.value;
  const { list } = standing;
  if (list?.state !== "open" || list.source !== "seat") return { standing, open: undefined, unchecked };
  const held = await readPatientsKey();
  const key = held?.id === list.id ? fromBase64(held.key) : undefined;
  return { standing, open: key && { id: list.id, key }, unchecked };
}
