/**
 * What the parts of an entry or a value are called on a page. A part that has no words here is called like the setting of
 * its name, or else as the policy file calls it.
 */
import { declared } from "../../contract/policy.ts";
import { partName } from "../../contract/meanings.ts";

interface FieldWords {
  readonly label: string;
  readonly help?: string;
}

const noNames = "Kept as it is written: no patients’ names, they belong in the patient list.";

/** By `setting.part`; by the part alone where it is the same everywhere. A list of texts has the part `text`. */
const words: Readonly<Record<string, FieldWords>> = {
  "alwaysStop.text": { label: "Word or phrase", help: noNames },
  "alwaysStop.category": { label: "Counts as", help: "For the record, and for whether it blocks or warns." },
  "alwaysStop.reason": { label: "Reason", help: "Shown to the person who wrote it." },
  "alwaysAllow.text": { label: "Word or phrase", help: noNames },
  "publicNames.text": {
    label: "Full name",
    help: "Kept as it is written: only names that are public anyway.",
  },
  "replies.text": { label: "Reply", help: noNames },
  "replies.surfaces": {
    label: "Where it is offered",
    help: "Everywhere, where nothing is ticked.",
  },
  "approvers.secret": { label: "Secret of the authenticator app" },
  "messages.stopped": { label: "Where a draft was stopped" },
  "messages.warned": { label: "Where a draft was warned about" },
  "messages.unchecked": { label: "Where a draft could not be checked" },
  "monitor.from": { label: "Only recording from" },
  "monitor.until": { label: "Enforced from" },
  "consoleLock.salt": { label: "Salt" },
  "consoleLock.rounds": { label: "Rounds" },
  "consoleLock.verifier": { label: "Held against" },
  "consoleLock.idleMinutes": { label: "Minutes until it locks" },
  "acknowledgment.name": { label: "With the person’s name" },
  "selectorOverrides.text": { label: "Words of the person answered" },
  "selectorOverrides.author": { label: "Name of the person answered" },
  "practice.name": { label: "Name of the practice" },
  aliases: { label: "Other names" },
  addresses: { label: "Addresses" },
  phones: { label: "Phones" },
  emails: { label: "E-mail addresses" },
  websites: { label: "Websites" },
  handles: { label: "Handles" },
  staff: { label: "Staff" },
  role: { label: "Role" },
  name: { label: "Name" },
  text: { label: "Text" },
  category: { label: "Category" },
  reason: { label: "Reason" },
  surface: { label: "Kind of box" },
  surfaces: { label: "Kinds of boxes" },
  site: { label: "Site" },
  host: { label: "Site’s host name" },
  box: { label: "Box (selector)" },
  path: { label: "Pages (pattern)" },
  scope: { label: "Around the box (selectors)" },
  sendControls: { label: "Send buttons (selectors)" },
  sendLabels: { label: "Send buttons (their words)" },
  sendKeys: { label: "Keys that send" },
  address: { label: "Address" },
  sha256: { label: "SHA-256" },
  key: { label: "Key" },
  expires: { label: "Not used from" },
  token: { label: "Token" },
};

const known = new Map(Object.entries(words));

export function fieldWords(setting: string, field: string): FieldWords {
  const title = new Map(Object.entries(declared)).get(field)?.title;
  return known.get(`${setting}.${field}`) ?? known.get(field) ?? { label: title ?? field };
}

const codes: Readonly<Record<string, string>> = {
  enter: "Enter",
  "ctrl-enter": "Ctrl+Enter",
  fixed: "Nobody at a browser",
  tighten: "Each browser, to something stricter",
  default: "Each browser",
};

/** One of the values that a part may have. */
export const fieldValueWords = (value: string): string => codes[value] ?? partName(value);

/** What is said on a list's button, and where the list is empty. */
const lists: Readonly<Record<string, { readonly add: string; readonly empty: string }>> = {
  alwaysStop: { add: "Stop this phrase", empty: "Nothing is on this list yet." },
  alwaysAllow: { add: "Allow this phrase", empty: "Nothing is on this list yet." },
  publicNames: { add: "Add this name", empty: "No name is on this list yet." },
  replies: { add: "Add this reply", empty: "No reply of the practice’s own yet." },
};

export const listWords = (setting: string): { readonly add: string; readonly empty: string } =>
  lists[setting] ?? { add: "Add", empty: "Nothing is on this list." };
