/** A patient list with one person on it, and what is found under a policy that differs from the default in some settings. */
import { nobody } from "../../../src/engine/patients/index.ts";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { buildIndex, check, openIndex, prepare } from "../../../src/engine/index.ts";
import type { Draft, EnginePolicy, Finding } from "../../../src/engine/model.ts";

const jane = {
  ...nobody,
  given: "Jane",
  family: "Doerfler",
};
export const patients = openIndex(buildIndex([jane], new Uint8Array(16), "list"));

export const findings = (draft: Draft, policy: Partial<EnginePolicy>): readonly Finding[] =>
  check(draft, prepare({ ...defaultPolicy, ...policy }, emptyPractice, patients)).findings;
