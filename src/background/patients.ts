import { openIndex, emptyIndex } from "../engine/patients/index.ts";
import type { PatientIndex, SerializedIndex } from "../engine/patients/index.ts";
import type { Database, StoredPatients } from "../platform/database.ts";

export interface LoadedPatients {
  readonly id: string;
  readonly people: number;
  readonly created: number;
  readonly index: PatientIndex;
}

type PatientStore = Pick<Database, "readSetting" | "writeSetting" | "readPatients" | "keepOnlyPatients">;

/** Undefined: no list has been imported. Rejects where one has been and cannot be read: that is not "no list". */
export async function loadPatients(store: PatientStore): Promise<LoadedPatients | undefined> {
  const id = await store.readSetting("patients-in-use");
  if (id === undefined || id === null) return undefined;
  const stored = typeof id === "string" ? await store.readPatients(id) : undefined;
  return open(stored);
}

/** Takes the list that a page has written into use. False, and nothing changed, if it is not there or not whole. */
export async function adoptPatients(store: PatientStore, id: string): Promise<boolean> {
  try {
    open(await store.readPatients(id));
  } catch {
    // The list in use stays in use.
    return false;
  }
  await store.writeSetting("patients-in-use", id);
  await store.keepOnlyPatients(id);
  return true;
}

export async function removePatients(store: PatientStore): Promise<void> {
  await store.writeSetting("patients-in-use", null);
  await store.keepOnlyPatients(undefined);
}

export const noPatients: PatientIndex = emptyIndex;

function open(stored: StoredPatients | undefined): LoadedPatients {
  if (!stored || !isSerialized(stored.index)) throw new Error("the patient list cannot be read");
  const { id, people, created } = stored;
  return { id, people, created, index: openIndex(stored.index) };
}

function isSerialized(value: unknown): value is SerializedIndex {
  if (typeof value !== "object" || value === null) return false;
  const { format, id, key, names, forms, deletions, parts } = value as Partial<SerializedIndex>;
  return (
    format === 1 &&
    typeof id === "string" &&
    key instanceof Uint8Array &&
    key.length === 16 &&
    parts instanceof Uint32Array &&
    [names, forms, deletions].every(
      (table) =>
        table?.keys instanceof Uint32Array &&
        table.values instanceof Uint32Array &&
        table.keys.length === table.values.length * 2,
    )
  );
}
