/** Lists of two sizes with the same people among invented others, and what a draft gets because of them. */
import { nobody } from "../../../../src/engine/patients/index.ts";
import { defaultPolicy } from "../../../../src/contract/policy.ts";
import { practice as practiceSchema } from "../../../../src/contract/practice.ts";
import { toContext } from "../../../../src/engine/context.ts";
import type { Draft, EnginePolicy, Hit } from "../../../../src/engine/model.ts";
import { buildIndex, openIndex, prepare } from "../../../../src/engine/index.ts";
import type { PatientIndex } from "../../../../src/engine/patients/index.ts";
import type { Person } from "../../../../src/engine/patients/index.ts";
import { recognizePatients } from "../../../../src/engine/patients/recognize.ts";
import { key } from "./invented.ts";

export const practice = practiceSchema.parse({
  name: "Bluewater Skin",
  staff: [{ name: "Dr. Odalys Ferreira, MD" }, { name: "Tess Okoye", role: "nurse" }],
});

const syllables = ["zor", "vix", "quel", "brun", "twa", "plo", "drim", "kest", "yul", "gna"];
const word = (number: number): string =>
  [number % 10, Math.floor(number / 10) % 10, Math.floor(number / 100) % 10]
    .map((digit) => syllables[digit] ?? "")
    .join("");

/** Names that nobody has and no text has. */
export const strangers = (count: number): Person[] =>
  Array.from({ length: count }, (_, at) => ({
    ...nobody,
    given: word(at),
    family: word(Math.floor(at / 3) + 7),
  }));

export const listOf = (people: readonly Person[], others = 0): PatientIndex =>
  openIndex(buildIndex([...people, ...strangers(others)], key, "list"));

export interface Situation {
  readonly author?: string;
  readonly surface?: Draft["surface"];
  readonly policy?: Partial<EnginePolicy>;
}

/** Every hit of the list, also one that is only possible. */
export function hitsIn(text: string, patients: PatientIndex, situation: Situation = {}): readonly Hit[] {
  const { author, policy = {} } = situation;
  const surface = situation.surface ?? (author === undefined ? "post" : "review-reply");
  const thread = author === undefined ? null : { author, text: "Great place." };
  const context = toContext({ text, site: "facebook", surface, thread }, practice);
  return recognizePatients(context, prepare({ ...defaultPolicy, ...policy }, practice, patients));
}

/** What a draft is warned about or stopped for at the default strictness. */
export const toldIn = (text: string, patients: PatientIndex, situation: Situation = {}): string[] =>
  hitsIn(text, patients, situation)
    .filter(({ confidence }) => confidence !== "possible")
    .map(({ start, end }) => text.slice(start, end));
