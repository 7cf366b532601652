/** Private persons' names that nobody listed: told from staff, shown names and ordinary words. */
import type { Knowledge } from "../knowledge.ts";
import { isAboutCare } from "../about-care.ts";
import type { Confidence, Hit } from "../model.ts";
import { fold } from "../normalize.ts";
import type { RuleContext } from "../rule.ts";
import { everyday } from "./everyday.ts";
import { givenNames } from "./given-names.ts";
import { formalNames } from "./nicknames.ts";
import { findCalled } from "./names-called.ts";
import { shownBy } from "./shown.ts";

/** Words that make a capitalized pair a place, a business or somebody in public life. */
const publicWords =
  /(?:street|avenue|road|park|center|centre|hospital|clinic|foundation|pantry|bank|school|church|university|college|market|cafe|coffee|bakery|salon|studio|hotel|county|city|beach|society|association|institute|award|laser|peel|botox|filler|dr|doctor|nurse|chef|author|artist|singer|actor|actress|played|song|board|listen|president|senator|mayor|officer|judge|poet|band|mural|book|album|film|movie|md|np|rn|dds|dmd|our own|team|intern|hygienist|injector|aesthetician|esthetician|manager|coordinator|founder|owner|technician|receptionist|joins|joined|staff|colleague|new hire)/;
const around = new RegExp(`(?<!\\p{L})${publicWords.source}(?!\\p{L})`, "u");

const pair =
  /(?<![\p{L}\p{N}@#'-])(\p{Lu}\p{Ll}{1,14}(?:-\p{Lu}\p{Ll}{1,14})?) (?:\p{Lu}\. )?((?:Mc|Mac|O['’]|De |De la |Van |Von |Al-)?\p{Lu}\p{Ll}{1,18}(?:-\p{Lu}\p{Ll}{1,18})?|\p{Lu}\.)(?![\p{L}\p{N}])/gu;
const titled =
  /(?<![\p{L}\p{N}])(Mr|Mrs|Ms|Miss|Sr|Sra|Srta|Señor|Señora|Señorita|Doña|Don)\.? (\p{Lu}\p{Ll}{2,18}(?:-\p{Lu}\p{Ll}{2,18})?)(?!\p{L})/gu;
/** Named in a street or a place that has somebody's name; as a person's family name only beside a way to get there. */
const places =
  /^(?:street|st|avenue|ave|road|rd|drive|blvd|boulevard|highway|plaza|mall|square|theater|theatre|library|museum|memorial|stadium|airport|gala|marathon|festival|elementary|high|day|week|weekend|foundation|hospital|cancer|texas|hall|monday|tuesday|wednesday|thursday|friday|saturday|sunday|april|may|june|july|august|will|and|or|is|are|we|you|our|thank|thanks|please|that|the|this|your)$/;
const ways = /^(?:lane|court|way|place|park|circle|hill|bridge|village|point|terrace|row)$/;
/** Days, charities, brands and people in public life that are called by two names. */
const renowned =
  /(?:martin luther|luther king|rosa parks|cesar chavez|susan (?:g\.? )?komen|ronald mcdonald|betty ford|ruth bader|harriet tubman|abraham lincoln|george washington|christopher columbus|taylor swift|dolly parton|kim kardashian|kylie jenner|jennifer (?:aniston|lopez)|hailey bieber|selena gomez|michael jackson|bob marley|calvin klein|tory burch|elizabeth arden|mario badescu|paula s? ?choice|charlotte tilbury|laura mercier|estee lauder|mary kay|marc jacobs|michael kors|tommy bahama|trader joe|julia child|agatha christie|jane austen|frida kahlo|santa (?:clara|monica|claus|barbara|maria|cruz|ana|rosa)|carson city|jackson hole|san (?:diego|jose|antonio|francisco))/;
const closingWords =
  /(?:warmly|warm regards|regards|sincerely|best|cheers|love|xo|gratefully|respectfully|kindly|yours|team|saludos|atentamente|abrazos|carino)[,.!]?\s{0,4}[-–—~]{0,3}\s{0,2}$/iu;

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
  const isAnswer = context.audience === "person";

  pair.lastIndex = 0;
  for (let match = pair.exec(text); match; match = pair.exec(text)) {
    const { 0: name, 1: given = "", 2: family = "", index } = match;
    const first = fold(given).text;
    const last = fold(family).text.replace(/[^\p{L}]/gu, "");
    if (!(givenNames.has(first) || formalNames.has(first) || shown.has(first))) {
      // "Hi Zelda" is no name, but "Zelda Quist" may follow.
      pair.lastIndex = index + given.length;
      continue;
    }
    if (isOwn(given) || isOwn(family) || shown.has(last) || everyday.has(first) || places.test(last))
      continue;
    const before = text.slice(Math.max(0, index - 30), index);
    const after = text.slice(index + name.length, index + name.length + 30);
    if (ways.test(last) && /(?<!\p{L})(?:on|at|off|of|near|to|down|along|from|in)\s$/iu.test(before))
      continue;
    if (around.test(fold(`${before} | ${after}`).text) || renowned.test(fold(name).text)) continue;
    const full = last.length > 1;
    const aged = /^,? (?:age )?\d{1,2}\b/.test(after);
    const isSpokenTo = full && isAnswer && !isMentioned(first, context) && isVocative(before, after);
    const confidence = (shown.has(first) && full) || told || aged || isSpokenTo ? "likely" : "possible";
    add(
      "full-name",
      confidence,
      index,
      index + name.length,
      "A person's full name beside words about care, or where they are answered, tells who was here.",
    );
  }
  for (const { 0: initials, index } of text.matchAll(
    /(?<![\p{L}\p{N}.])\p{Lu}\.? ?\p{Lu}\.?, (?:age )?\d{1,2}(?= ?[,.)])/gu,
  )) {
    const why = "Initials with an age are often enough to know whom it is about.";
    if (told) add("initials", "likely", index, index + initials.length, why);
  }
  if (!isAnswer) return hits;

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
  for (const { start, end, family } of findCalled(context, shown, isOwn)) {
    const why = "This name is not shown where you answer: it tells who wrote.";
    add(family ? "surname" : "name-not-shown", "likely", start, end, why);
  }
  return hits;
}

const isMentioned = (name: string, { threadText }: RuleContext): boolean => threadText.includes(name);

/** Set off by commas or a sentence's ends, as one calls somebody; a signature is not. */
const isVocative = (before: string, after: string): boolean =>
  /(?:^|[.!?] ?|,\s|\b(?:thanks|thank you|gracias|hi|hey|hello|dear|hola|sorry|welcome)\s)$/iu.test(before) &&
  /^(?:[,.!:;]|\s{0,4}$| (?:thank|thanks|gracias|for)(?!\p{L}))/u.test(after) &&
  !closingWords.test(before) &&
  !/\n\s{0,3}[-–—]?\s{0,2}$/u.test(before);
