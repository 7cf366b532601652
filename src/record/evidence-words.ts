import type { EvidenceProblem, OfficerKeyProblem } from "../contract/evidence.ts";

interface Words {
  readonly what: string;
  readonly remedy: string;
}

/** What is wrong with a sealed draft, and what to do: a sentence each, for people. */
export const evidenceWords: Readonly<Record<EvidenceProblem, Words>> = {
  changed: {
    what: "The sealed draft is not the one that the entry was written with.",
    remedy: "Export the record and its evidence again, and keep this file: it shows what was changed.",
  },
  "newer-version": {
    what: "The draft was sealed by a newer version of ReplyGuard.",
    remedy: "Update ReplyGuard here.",
  },
  "not-evidence": {
    what: "This is not a sealed draft.",
    remedy: "Export the evidence again.",
  },
  "another-key": {
    what: "The draft was sealed to another officer key.",
    remedy: "Use the key file whose public key was in the policy at that time.",
  },
  moved: {
    what: "The sealed draft was changed, or belongs to another entry.",
    remedy: "Export the record and its evidence again, and keep this file: it shows what was changed.",
  },
  locked: {
    what: "The key has been forgotten here.",
    remedy: "Choose the key file again, and type its passphrase.",
  },
};

/** What is wrong with an officer's key file. */
export const officerKeyWords: Readonly<Record<OfficerKeyProblem, Words>> = {
  "not-a-key-file": {
    what: "This file is not an officer key, or is damaged.",
    remedy: "Choose the file that guard officer init made, or a copy of it.",
  },
  "newer-version": {
    what: "The key file was made by a newer version of ReplyGuard.",
    remedy: "Update ReplyGuard here.",
  },
  "wrong-passphrase": {
    what: "The passphrase does not open this key file.",
    remedy: "Type it again, and mind capitals and spaces.",
  },
  "not-its-key": {
    what: "The key file was changed: its public key is not that of the key inside.",
    remedy:
      "Use another copy of the file. If the policy has this public key, take it out: drafts may be sealed to somebody else.",
  },
};
