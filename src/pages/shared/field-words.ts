/**
 * What the parts of an entry or a value are called on a page. A part that has no words here is called like the setting of
 * its name, or else as the policy file calls it.
 */
import { declared } from "../../contract/policy.ts";
import type { MessageKey } from "../../platform/i18n.ts";
import { declaredWords } from "../../platform/declared-words.ts";
import { t } from "../../platform/i18n.ts";
import { partWords } from "./policy-words.ts";

interface FieldWords {
  readonly label: string;
  readonly help?: string;
}

interface FieldKeys {
  readonly label: MessageKey;
  readonly help?: MessageKey;
}

const noNames = "shared_kept_as_it_is_written_no";

/** By `setting.part`; by the part alone where it is the same everywhere. A list of texts has the part `text`. */
const words: Readonly<Record<string, FieldKeys>> = {
  "alwaysStop.text": { label: "shared_word_or_phrase", help: noNames },
  "alwaysStop.category": { label: "shared_counts_as", help: "shared_for_the_record_and_for_whether" },
  "alwaysStop.reason": { label: "shared_reason", help: "shared_shown_to_the_person_who_wrote" },
  "alwaysAllow.text": { label: "shared_word_or_phrase", help: noNames },
  "publicNames.text": {
    label: "shared_full_name",
    help: "shared_kept_as_it_is_written_only",
  },
  "replies.text": { label: "shared_reply", help: noNames },
  "replies.surfaces": {
    label: "shared_where_it_is_offered",
    help: "shared_everywhere_where_nothing_is_ticked",
  },
  "approvers.secret": { label: "shared_secret_of_the_authenticator_app" },
  "messages.stopped": { label: "shared_where_a_draft_was_stopped" },
  "messages.warned": { label: "shared_where_a_draft_was_warned_about" },
  "messages.unchecked": { label: "shared_where_a_draft_could_not_be" },
  "monitor.from": { label: "shared_only_recording_from" },
  "monitor.until": { label: "shared_enforced_from" },
  "consoleLock.salt": { label: "shared_salt" },
  "consoleLock.rounds": { label: "shared_rounds" },
  "consoleLock.verifier": { label: "shared_held_against" },
  "consoleLock.idleMinutes": { label: "shared_minutes_until_it_locks" },
  "acknowledgment.name": { label: "shared_with_the_persons_name" },
  "selectorOverrides.text": { label: "shared_words_of_the_person_answered" },
  "selectorOverrides.author": { label: "shared_name_of_the_person_answered" },
  "practice.name": { label: "shared_name_of_the_practice" },
  aliases: { label: "shared_other_names" },
  addresses: { label: "shared_addresses" },
  phones: { label: "shared_phones" },
  emails: { label: "shared_e_mail_addresses" },
  websites: { label: "shared_websites" },
  handles: { label: "shared_handles" },
  staff: { label: "shared_staff" },
  role: { label: "shared_role" },
  name: { label: "shared_name" },
  text: { label: "shared_text" },
  category: { label: "shared_category" },
  reason: { label: "shared_reason" },
  surface: { label: "shared_kind_of_box" },
  surfaces: { label: "shared_kinds_of_boxes" },
  site: { label: "shared_site" },
  host: { label: "shared_sites_host_name" },
  box: { label: "shared_box_selector" },
  path: { label: "shared_pages_pattern" },
  scope: { label: "shared_around_the_box_selectors" },
  sendControls: { label: "shared_send_buttons_selectors" },
  sendLabels: { label: "shared_send_buttons_their_words" },
  sendKeys: { label: "shared_keys_that_send" },
  address: { label: "shared_address" },
  key: { label: "shared_key" },
  expires: { label: "shared_not_used_from" },
  token: { label: "shared_token" },
};

const known = new Map(Object.entries(words));

export function fieldWords(setting: string, field: string): FieldWords {
  const keys = known.get(`${setting}.${field}`) ?? known.get(field);
  if (keys) return { label: t(keys.label), ...(keys.help && { help: t(keys.help) }) };
  const title = new Map(Object.entries(declared)).get(field)?.title;
  return { label: title === undefined ? (names[field] ?? field) : declaredWords(title) };
}

/** Called alike in every language. */
const names: Readonly<Record<string, string>> = { sha256: "SHA-256" };

const codes: Readonly<Record<string, MessageKey>> = {
  fixed: "shared_nobody_at_a_browser",
  tighten: "shared_each_browser_to_something_stricter",
  default: "shared_each_browser",
};

/** One of the values that a part may have. */
export function fieldValueWords(value: string): string {
  const key = codes[value];
  return key === undefined ? (keyNames[value] ?? partWords(value)) : t(key);
}

const keyNames: Readonly<Record<string, string>> = { enter: "Enter", "ctrl-enter": "Ctrl+Enter" };

/** What is said on a list's button, and where the list is empty. */
const lists: Readonly<Record<string, { readonly add: MessageKey; readonly empty: MessageKey }>> = {
  alwaysStop: { add: "shared_stop_this_phrase", empty: "shared_nothing_is_on_this_list_yet" },
  alwaysAllow: { add: "shared_allow_this_phrase", empty: "shared_nothing_is_on_this_list_yet" },
  publicNames: { add: "shared_add_this_name", empty: "shared_no_name_is_on_this_list" },
  replies: { add: "shared_add_this_reply", empty: "shared_no_reply_of_the_practices_own" },
};

export function listWords(setting: string): { readonly add: string; readonly empty: string } {
  const keys = lists[setting];
  return {
    add: t(keys?.add ?? "shared_add"),
    empty: t(keys?.empty ?? "shared_nothing_is_on_this_list"),
  };
}
