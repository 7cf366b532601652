import type { Draft, Practice } from "../model.ts";
import type { Language } from "./situation.ts";

/** Longest text a site takes, in UTF-16 units, with room to spare. Evidence: the sites' own counters and help pages. */
const limits: Readonly<Record<Draft["site"], number>> = {
  facebook: 8000,
  instagram: 2200,
  yelp: 5000,
  google: 1300,
  realself: 2000,
};
const messageLimit = 1000;

export const limitOf = (draft: Draft): number =>
  draft.surface === "message" ? Math.min(messageLimit, limits[draft.site]) : limits[draft.site];

/** The contact that the person chose themselves, else the first of the profile. */
function own(facts: readonly string[], text: string): string | undefined {
  return facts.find((fact) => fact !== "" && text.includes(fact)) ?? facts.find((fact) => fact !== "");
}

function reach(draft: Draft, practice: Practice, language: Language): string {
  const phone = own(practice.phones, draft.text);
  const email = own(practice.emails, draft.text);
  const writes = email !== undefined && draft.text.includes(email);
  if (phone !== undefined && !writes)
    return language === "es" ? `llámenos al ${phone}` : `call us at ${phone}`;
  if (email !== undefined) return language === "es" ? `escríbanos a ${email}` : `write to ${email}`;
  if (draft.surface === "message") return language === "es" ? "llame a la oficina" : "call the office";
  return language === "es" ? "envíenos un mensaje privado" : "send us a private message";
}

/** Puts the practice's own facts into a reply; a name is not needed for any of them. */
export function fill(template: string, draft: Draft, practice: Practice, language: Language): string {
  return template
    .replaceAll("{reach}", () => reach(draft, practice, language))
    .replaceAll("{team}", () => (practice.name === "" ? "the practice" : practice.name));
}

/** Where to start in a list, so that the same words do not stand twice under one page. FNV-1a over the context. */
export function turn(draft: Draft): number {
  let hash = 0x811c9dc5;
  for (const char of `${draft.thread?.author ?? ""}\n${draft.thread?.text ?? ""}\n${draft.text}`) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}

export function rotated<T>(list: readonly T[], by: number): readonly T[] {
  if (list.length === 0) return list;
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}
