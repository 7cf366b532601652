import type { Draft, Practice } from "../model.ts";
import type { Language } from "./situation.ts";

/** Longest text a site takes, in UTF-16 units, with room to spare. Evidence: the sites' own counters and help pages. */
const limits: Readonly<Record<Draft["site"], number>> = {
  facebook: 8000,
  instagram: 2200,
  yelp: 5000,
  google: 1300,
  realself: 2000,
  healthgrades: 1000,
  tiktok: 150,
  x: 280,
  // Not known: short enough for any of the others.
  other: 1000,
};
const messageLimit = 1000;

export const limitOf = (draft: Draft): number =>
  draft.surface === "message" ? Math.min(messageLimit, limits[draft.site]) : limits[draft.site];

/** The contact that the person chose themselves, else the first of the profile. */
function own(facts: readonly string[], text: string): string | undefined {
  return facts.find((fact) => fact !== "" && text.includes(fact)) ?? facts.find((fact) => fact !== "");
}

interface Voice {
  readonly language: Language;
  /** Spanish with `tú`. */
  readonly familiar: boolean;
}

function reach(draft: Draft, practice: Practice, { language, familiar }: Voice): string {
  const es = language === "es";
  const phone = own(practice.phones, draft.text);
  const email = own(practice.emails, draft.text);
  const writes = email !== undefined && draft.text.includes(email);
  if (phone !== undefined && !writes)
    return es ? `${familiar ? "llámanos" : "llámenos"} al ${phone}` : `call us at ${phone}`;
  if (email !== undefined)
    return es ? `${familiar ? "escríbenos" : "escríbanos"} a ${email}` : `write to ${email}`;
  if (draft.surface === "message")
    return es ? `${familiar ? "llama" : "llame"} a la oficina` : "call the office";
  return es ? `${familiar ? "envíanos" : "envíenos"} un mensaje privado` : "send us a private message";
}

/** Puts the practice's own facts into a reply; a name is not needed for any of them. */
export function fill(template: string, draft: Draft, practice: Practice, voice: Voice): string {
  const unnamed = voice.language === "es" ? "la oficina" : "the practice";
  return template
    .replaceAll("{reach}", () => reach(draft, practice, voice))
    .replaceAll("{team}", () => (practice.name === "" ? unnamed : practice.name));
}

/**
 * Where to start in a list, so that the same words do not stand twice under one page. FNV-1a over what is answered, so
 * that the offers stay while the person types; where nothing is, over how the draft begins.
 */
export function turn({ thread, text }: Draft): number {
  let hash = 0x811c9dc5;
  for (const char of thread ? `${thread.author}\n${thread.text}` : text.slice(0, 12)) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
