import type { PatientsStanding } from "../../../contract/patients.ts";
import { fromBase64 } from "../../../patient-list/bytes.ts";
import { readPatientsKey } from "../../../platform/patients-key.ts";
import { ask } from "../../shared/ask-worker.ts";
import type { OpenList } from "./jobs.ts";

/** The list in use as this page knows it. */
export interface InUse {
  /** Undefined: the worker could not say. */
  readonly standing: PatientsStanding | undefined;
  /** Where it is open and this browser's own: only then can it be changed here. */
  readonly open: OpenList | undefined;
}

export async function readInUse(): Promise<InUse> {
  const answer = await ask("patients.read", {});
  if (!answer.ok) return { standing: undefined, open: undefined };
  const standing = answer.value;
  const { list } = standing;
  if (list?.state !== "open" || list.source !== "seat") return { standing, open: undefined };
  const held = await readPatientsKey();
  const key = held?.id === list.id ? fromBase64(held.key) : undefined;
  return { standing, open: key && { id: list.id, key } };
}
