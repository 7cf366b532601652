/** Private persons' names that nobody listed: told from staff, shown names and ordinary words. */
import type { Knowledge } from "../knowledge.ts";
import { isAboutCare } from "../about-care.ts";
import type { Confidence, Hit } from "../model.ts";
import { fold } from "../normalize.ts";
import type { RuleContext } from "../rule.ts";
import { everyday } from "./everyday.ts";
import { givenNames } from "./given-names.ts";
import { formalNames } from "./nicknames.ts";
import { shownBy } from "./shown.ts";

/** Words that make a capitalized pair a place, a business or somebody in public life. */
const publicWords =
  /(?:street|avenue|road|park|center|centre|hospital|clinic|foundation|pantry|bank|school|church|university|college|market|cafe|coffee|bakery|salon|studio|hotel|county|city|beach|society|association|institute|award|laser|peel|botox|filler|dr|doctor|nurse|chef|author|artist|singer|actor|actress|played|song|board|listen|president|senator|mayor|officer|judge|poet|band|mural|book|album|film|movie|md|np|rn|dds|dmd|our own|team|intern|hygienist|injector|aesthetician|esthetician|manager|coordinator|founder|owner|technician|receptionist|joins|joined|staff|colleague|new hire)/;
const around = new RegExp(`(?<!\\p{L})${publicWords.source}(?!\\p{L})`, "u");

const pair =
  /(?<![\p{L}\p{N}@#'-])(\p{Lu}\p{Ll}{1,14}(?:-\p{Lu}\p{Ll}{1,14})?) (?:\p{Lu}\. )?((?:Mc|Mac|O['’]|De |De la |Van |Von |Al-)?\p{Lu}\p{Ll}{1,18}(?:-\p{Lu}\p{Ll}{1,18})?|\p{Lu}\.)(?![\p{L}\p{N}])/gu;
const titled =
  /(?<![\p{L}\p{N}])(Mr|Mrs|Ms|Miss|Sr|Sra|Srta|Señor|Señora|Señorita|Doña|Don)\.? (\p{Lu}\p{Ll}{2,18}(?:-\p{Lu}\p{Ll}{2,18})?)(?!\p{L})/gu;
const greeting =
  /(?:^|[\n.!?] ?)(?:(?:Hi|Hey|Hello|Dear|Hola|Querid[oa]|Thanks|Thank you|Thank u|Gracias|Oh|Aw{1,12}|Yay|Welcome|Congrats|Sorry),? (?:so much,? |again,? )?)?(\p{Lu}\p{Ll}{1,14})(?=[,!.:]| (?:thank|thanks|we|gracias|you))/gu;

const base = {
  category: "identifier",
  source: "45 CFR 164.514(b)(2)(i)(A)",
} as const;

export function recognizeNames(context: RuleContext, { own }: Knowledge): readonly Hit[] {
  const { text } = context.draft;
  const hits: Hit[] = [];
  const add = (rule: string, confidence: Confidence, start: number, end: number, why: string): void => {
    if (hits.length < 40) hits.push({ ...base, rule, confidence, start, end, why });
  };
  const isOwn = (name: string): boolean => own.phrases.has(fold(name).text.split(/[^\p{L}]/u)[0] ?? "");
  const { words, handle } = shownBy(context);
  const shown = new Set([...words, handle]);
  const told = isAboutCare(context);

  for (const { 0: name, 1: given = "", 2: family = "", index } of text.matchAll(pair)) {
    const first = fold(given).text;
    const last = fold(family).text.replace(/[^\p{L}]/gu, "");
    if (
      isOwn(given) ||
      isOwn(family) ||
      !(givenNames.has(first) || formalNames.has(first) || shown.has(first))
    )
      continue;
    if (shown.has(last) || everyday.has(first) || /^(?:april|may|june|will|day)$/.test(last)) continue;
    const beside = fold(
      `${text.slice(Math.max(0, index - 30), index)} | ${text.slice(index + name.length, index + name.length + 30)}`,
    ).text;
    if (around.test(beside)) continue;
    const full = last.length > 1;
    const aged = /^,? (?:age )?\d{1,2}\b/.test(text.slice(index + name.length));
    const confidence = (shown.has(first) && full) || told || aged ? "likely" : "possible";
    add(
      "full-name",
      confidence,
      index,
      index + name.length,
      "A person's full name beside words about care tells who was here.",
    );
  }
  for (const { 0: initials, index } of text.matchAll(
    /(?<![\p{L}\p{N}.])\p{Lu}\.? ?\p{Lu}\.?, (?:age )?\d{1,2}(?= ?[,.)])/gu,
  )) {
    const why = "Initials with an age are often enough to know whom it is about.";
    if (told) add("initials", "likely", index, index + initials.length, why);
  }
  if (context.audience !== "person") return hits;

  for (const { 0: name, 2: family = "", index } of text.matchAll(titled)) {
    if (isOwn(family) || shown.has(fold(family).text)) continue;
    add(
      "surname",
      "likely",
      index,
      index + name.length,
      "This surname is not shown where you answer: it tells who wrote.",
    );
  }
  for (const { 0: found, 1: name = "", index } of text.matchAll(greeting)) {
    const word = fold(name).text;
    if (isOwn(name) || !givenNames.has(word) || everyday.has(word) || isShownAs(word, shown)) continue;
    if (context.threadText.includes(word)) continue;
    const start = index + found.length - name.length;
    add(
      "name-not-shown",
      "likely",
      start,
      start + name.length,
      "This name is not shown where you answer: it tells who wrote.",
    );
  }
  return hits;
}

/** The name itself, part of a handle, or short for it. */
function isShownAs(name: string, shown: ReadonlySet<string>): boolean {
  for (const other of shown) {
    if (other === name || (other.length >= 3 && (other.includes(name) || name.startsWith(other))))
      return true;
    if (formalNames.get(name)?.includes(other) || formalNames.get(other)?.includes(name)) return true;
  }
  return shown.size <= 1;
}
