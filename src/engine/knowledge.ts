import type { EnginePolicy, Practice } from "./model.ts";
import { ownFacts } from "./own-facts.ts";
import type { OwnFacts } from "./own-facts.ts";
import { ownWords } from "./own-words.ts";
import type { OwnWords } from "./own-words.ts";
import type { PatientIndex } from "./patients/index.ts";
import { readReplies } from "./suggest/own-replies.ts";
import type { OwnReply } from "./suggest/own-replies.ts";

/** All that a check knows beside the draft. Made once, when policy, practice or list change. */
export interface Knowledge {
  readonly policy: EnginePolicy;
  readonly practice: Practice;
  readonly patients: PatientIndex;
  readonly own: OwnFacts;
  readonly words: OwnWords;
  readonly replies: readonly OwnReply[];
}

export function prepare(policy: EnginePolicy, practice: Practice, patients: PatientIndex): Knowledge {
  return {
    policy,
    practice,
    patients,
    own: ownFacts(practice),
    words: ownWords(policy),
    replies: readReplies(policy),
  };
}
