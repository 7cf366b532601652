/** Cuts the part of a sentence that offends, where what is left can stand alone. */
import type { Hit } from "../model.ts";
import type { Sentence } from "./sentences.ts";

const joint = /(?:[,;:]?\s{1,9}(?:but|and|so|because|since|pero|y|porque)|\s[-–—]|;|,|:)\s{1,9}/giu;
/** Where an invitation may end: "call us at … to go over your chart". */
const purpose =
  /[,;]?\s{1,9}(?:so(?: that)?|to|about|regarding|concerning|for|and|with|when|if|because|para|sobre|y|con|si|porque|cuando)\s/giu;

/** Starts something that the cut took away. */
const hangs =
  /^(?:on|if|when|while|as|after|since|because|for|with|at|in|to|from|before|about|given|although|though|once|how|what|si|cuando|como|por|para|con|en|de)\b/iu;
const ties =
  /\b(?:and|or|but|so|to|the|a|an|of|for|with|that|is|are|was|were|has|have|had|at|in|on|y|o|de|que|la|el|los|las|con)$/iu;

/** Asks for contact: what comes after the way to reach somebody can go. */
const invites =
  /\b(?:call|phone|e-?mail|write|text|reach|message|dm|contact|ask for|visit|stop by|ll[aá]men?os|ll[aá]m[ae]|escr[ií]ba?n?os|escr[ií]b[ae]|mand[ae])\b|\d{3}|@\w/iu;

/** Says something by itself: somebody and a verb, a request, or a price. */
const clauseLike =
  /^(?:please|por favor|call|email|write|feel free|let|have|enjoy|take|we|i|our|the|it|it['’]s|there|this|everyone|anyone|all|any|each|most|some|botox|prices?|hours?|our|here|check|visit|see our|come|for|nuestr\p{L}{1,3}|puede|para|todos|la|el|los|las|hay|ll[aá]\p{L}{1,12}|escr\p{L}{1,12}|feliz|happy)\b/iu;

/** Half an answer to one person says as much as the whole: "Yes, we have …", "We do have a record of it". */
const confirms =
  /^(?:yes|no|yep|nope|s[ií])\b|\b(?:you|your|yours|ur|u|he|she|him|her|his|they|it['’]ll|it was|was|were|had|did|do have|record|know)\b|(?<!\p{L})(?:usted|su|sus|tu|tus|le|te|fue|era|tuvo|ella|[eé]l)(?!\p{L})/iu;

/** A quotation or bracket that is cut open. */
const isOpen = (part: string): boolean =>
  (part.match(/["“”]/gu)?.length ?? 0) % 2 === 1 || part.split("(").length !== part.split(")").length;

/** What the sentence says before it offends: "It's $199, but you …" gives "It's $199." Nothing if that cannot stand. */
export function beforeOffence({ text, start }: Sentence, hits: readonly Hit[]): string {
  const first = Math.min(...hits.filter(({ end }) => end > start).map((hit) => hit.start)) - start;
  const until = (joints: RegExp): string[] =>
    [...text.matchAll(joints)]
      .map(({ index }) => index)
      .filter((index) => index < first)
      .map((index) => text.slice(0, index).trim());
  const parts = [
    ...until(joint).toReversed(),
    ...until(purpose)
      .filter((part) => invites.test(part))
      .toReversed(),
  ].toSorted((a, b) => b.length - a.length);
  const part = parts.find(
    (one) =>
      (one.match(/\S{1,60}/gu)?.length ?? 0) >= 3 &&
      !hangs.test(one) &&
      !ties.test(one) &&
      clauseLike.test(one) &&
      !isOpen(one) &&
      (invites.test(one) || !confirms.test(one)),
  );
  return part === undefined ? "" : `${part.replace(/[,;:.!?\s]{1,9}$/u, "")}. `;
}

const resumes =
  /(?:[,;]?\s{1,9}(?:and|but|so|y|pero|as[ií] que)|\s[-–—]|;)\s{1,9}(?=(?:please|have a|enjoy|wishing|thank|thanks|happy (?!to)|call|email|feel free|our (?!patient)|we (?:wish|read|love|appreciate|value|take|never|always|welcome)|por favor|gracias|que teng|feliz|le deseamos|les deseamos)\b)/giu;

/** What it says after it has offended: "It was lovely seeing you, and have a great weekend!" */
export function afterOffence({ text, start }: Sentence, hits: readonly Hit[]): string {
  const last =
    Math.max(...hits.filter((hit) => hit.start < start + text.length).map(({ end }) => end)) - start;
  for (const { 0: found, index } of text.matchAll(resumes)) {
    if (index < last - 1) continue;
    const rest = text.slice(index + found.length);
    return rest.charAt(0).toUpperCase() + rest.slice(1);
  }
  return "";
}
