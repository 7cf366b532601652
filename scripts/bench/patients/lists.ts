/** Knowledge as a seat has it, with an invented list: the default policy, and a practice that says little of itself. */
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { practice as practiceSchema } from "../../../src/contract/practice.ts";
import { openIndex, prepare } from "../../../src/engine/index.ts";
import type { Knowledge, Practice } from "../../../src/engine/index.ts";
import { newIndex } from "../../../src/engine/patients/index.ts";
import type { PatientIndex, SerializedIndex } from "../../../src/engine/patients/index.ts";
import type { Crowd } from "./people.ts";
import { everyone } from "./people.ts";

/** Fixed, so that a figure can be had again; a real list has a random one. */
const key = Uint8Array.from({ length: 16 }, (_, at) => (at * 37 + 11) & 255);

export function listOf(crowd: Crowd): SerializedIndex {
  const builder = newIndex(key);
  for (const person of everyone(crowd)) builder.add(person);
  return builder.finish(`invented ${crowd.size}`);
}

export const indexOf = (crowd: Crowd): PatientIndex => openIndex(listOf(crowd));

export const plainPractice: Practice = practiceSchema.parse({ name: "Bluebird Skin Studio" });

export const knowledgeOf = (patients: PatientIndex, practice = plainPractice): Knowledge =>
  prepare(defaultPolicy, practice, patients);

/** Seeds of the crowds. People of different crowds have nothing to do with each other but chance. */
export const seeds = { listed: 1, unrelated: [2, 3, 4] } as const;
