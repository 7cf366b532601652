import type { ListProblem } from "../contract/sealed-list.ts";

const words: Readonly<Record<ListProblem, { what: string; remedy: string }>> = {
  "not-a-list": {
    what: "This file is not a sealed patient list.",
    remedy: "Choose a file that ends in .rgl, made on the options page or with guard patients seal.",
  },
  damaged: {
    what: "The sealed list is damaged: it is cut short, or was changed on its way.",
    remedy: "Copy or download the file again from where it was made.",
  },
  "newer-version": {
    what: "The list was sealed by a newer version of ReplyGuard.",
    remedy: "Update ReplyGuard here, or seal the list again with this version.",
  },
  "wrong-passphrase": {
    what: "The passphrase does not open this list.",
    remedy:
      "Type it again, mind capitals and spaces, and ask whoever sealed the list whether it has changed.",
  },
  "wrong-key": {
    what: "The managed key does not open this list.",
    remedy:
      "Put the key into the policy with which the list was sealed, or seal the list again with this one.",
  },
  "no-such-lock": {
    what: "The list was not sealed for this kind of key.",
    remedy: "Seal it again with both a passphrase and a managed key, or use the kind it was sealed with.",
  },
  altered: {
    what: "The list was altered after it was sealed, or the key belongs to another list.",
    remedy: "Do not use this file: get it again from whoever sealed it, and tell them.",
  },
  expired: {
    what: "The list has expired.",
    remedy: "Seal a current list and replace this one.",
  },
  locked: {
    what: "The patient list is locked.",
    remedy: "Open ReplyGuard from the browser's toolbar and type the passphrase.",
  },
};

/** What is wrong with a list, and what to do: one sentence each, for people. */
export const problemWords = (problem: ListProblem): { what: string; remedy: string } => words[problem];

/** A person can open a list in this state with its passphrase, be it that the policy's key does not fit. */
export const opensWithPassphrase = (state: string, locks: readonly string[]): boolean =>
  ["locked", "wrong-passphrase", "wrong-key", "no-such-lock"].includes(state) && locks.includes("passphrase");
