/** What the practice says about itself: its names, addresses, sites, staff. Never a finding. */
import type { Practice } from "./model.ts";
import { fold } from "./normalize.ts";
import type { Span } from "./rule.ts";

export interface OwnFacts {
  /** Folded phrases by their first word. */
  readonly phrases: ReadonlyMap<string, readonly string[]>;
}

const titles = /^(?:(?:dr|dra|mr|mrs|ms|miss|prof|nurse)\.? )+/;
const credentials =
  /,[^\n]{0,200}$|(?: (?:md|do|dds|dmd|np|rn|pa|pa-c|bsn|lcsw|phd|aprn|crna|ma|lpn|lvn|esq|jr|sr|ii|iii)\b\.?){1,8}$/g;

export function ownFacts(practice: Practice): OwnFacts {
  const phrases = new Map<string, string[]>();
  const add = (phrase: string): void => {
    const text = fold(phrase).text.trim().replace(/\s+/g, " ");
    const first = /[\p{L}\p{N}]+/u.exec(text)?.[0];
    if (first === undefined || text.length < 2) return;
    const known = phrases.get(first) ?? [];
    if (!known.includes(text)) phrases.set(first, [...known, text]);
  };
  for (const fact of [practice.name, ...practice.aliases, ...practice.websites, ...practice.emails])
    add(fact);
  for (const handle of practice.handles) add(handle.replace(/^@/, ""));
  for (const address of practice.addresses) {
    add(address);
    // People write the street, or the street and the suite; hardly ever the whole line.
    const parts = address.split(",").map((part) => part.trim());
    for (let count = 1; count < parts.length; count++) add(parts.slice(0, count).join(", "));
    for (const part of parts) add(part);
  }
  for (const { name } of practice.staff) {
    const full = fold(name).text.trim();
    const bare = full.replace(credentials, "").replace(titles, "").trim();
    const words = bare.split(/\s+/);
    for (const phrase of [full, bare, words[0] ?? "", words.at(-1) ?? ""]) add(phrase);
    if (words.length > 1) {
      add(`${words[0] ?? ""} ${(words.at(-1) ?? "").slice(0, 1)}`);
      add(`${(words[0] ?? "").slice(0, 1)}. ${words.at(-1) ?? ""}`);
    }
  }
  return { phrases };
}

/** Where the practice speaks of itself, as ranges of a folded text. */
export function ownSpans({ phrases }: OwnFacts, text: string): Span[] {
  const found: Span[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    for (const phrase of phrases.get(word) ?? []) {
      const end = index + phrase.length;
      if (text.startsWith(phrase, index) && !/[\p{L}\p{N}]/u.test(text.charAt(end)))
        found.push({ start: index, end });
    }
  }
  return found;
}
