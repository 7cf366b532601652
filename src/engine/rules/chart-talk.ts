import { gap, type Keep, matches, rx, sentenceAt, toPerson, withoutOverlaps } from "../lexicon/find.ts";
import { tu, your } from "../lexicon/words.ts";
import type { Examples, Rule } from "../rule.ts";

const toOne = [
  rx`${your} (?:(?:own|medical|dental|patient|full|complete|whole|signed|new|old|paper|before|intake|treatment|profile|consent|care|lab|pre-?op|post-?op|health|medical) ){0,3}(?:charts?|files?|records?|intake(?: form)?|paperwork|consents?(?: form)?|history|treatment plan|plan of care|initials|signature|referral|pathology|dob|date of birth|birth ?date|pics|pictures|photos?|x-?rays?|labs|lab results|emergency contact|pcp|portal|questionnaire|forms|notes|case|provider['’]?s notes|measurements|vitals|test results|reports?)`,
  rx`(?:${tu}) (?:expediente|historial|ficha|formulario|consentimiento|firma|radiografias?|fotos?)`,
  rx`(?:the|our|your|her|his|my|nurse['’]?s?|doctor['’]?s?|visit|appointment|chart|clinical) (?:(?:visit|chart|clinical|progress|check-?in|appointment|sign-?in|call|phone|time|door) ){0,2}(?:notes?|logs?|chart|stamp|sheet|timestamp|time stamp|clock|records?|footage|cameras?|recording|records?)${gap(10)}(?:say|says|said|(?<!to )show|shows|showed|reads?|has (?:you|it|your)|have (?:you|it)|from (?:that|your|the) (?:day|visit)|indicate|reflect|confirm|document)s?(?: [a-z]{1,10})?`,
  rx`(?:looked|look|looking|pulled|pull|went|go|going|review|reviewed|reviewing|checked|check|checking|dig|digging|walk|talk) (?:(?:back|up|at|over|into|through|in|you) ){0,3}(?:(?:the|my|our|your|ur|her|his|all|of) ){0,2}(?:notes|charts?|files?|records|paperwork|system|appointment|appt|account|case|bill|charges|results|treatment|photos|labs|consult|visit|lips|records|history)`,
  rx`(?:we|i|she|he) (?:(?:still|do|did|also|already|['’]?ve) ){0,2}(?:have|has|had|got|keep|kept|noted|documented|pulled up|took) (?:it |this |that |all |everything |everything |you |your name ){0,2}(?:in the note|in writing|documented|on file|on record|charted|on camera|on tape|on video|noted|in our (?:notes|system|records|log)|in the (?:chart|notes|system|log|file)|down (?:for|as|at)|pulled up)`,
  rx`(?:nuestr[oa]s?|el|la|los|las|mis?) (?:expedientes?|historial(?:es)?|registros?|notas|camaras?|bitacora|ficha) (?:(?:si|no|lo|claramente|de ese dia) ){0,2}(?:dicen?|muestran?|constan?|indican?|demuestran?|confirman?|reflejan?|prueban?)(?: [a-z]{1,12})?`,
  rx`(?:on file|in the chart|in our notes|in her notes|in his notes|in my notes|in the notes|on the books)`,
  rx`(?:what|everything) (?:we|you) (?:(?:both|all|had) )?(?:discussed|talked about|went over|agreed|signed|planned)`,
  rx`(?:as|like) we (?:discussed|talked about|agreed|went over|planned|explained|mentioned|told|said)(?: (?:at|in|on|during))?`,
  rx`(?:your|ur) (?:name|initials|signature)${gap(14)}(?:on|in|is on) (?:it|the|our|file|that|every)`,
];
const ofAnyone = [
  rx`(?:her|his) (?:(?:medical|dental|patient|whole|entire|own) )?(?:charts?|medical records?|intake|consent form|signed consent|treatment plan|chart notes|x-?rays|labs|lab results|file|history)`,
];

/** "The plan needs a card on file", "write it in the notes when booking": a rule of the house. */
const onFile = /^(?:on file|in the notes|on the books)$/;
const ofHouse =
  /(?<![a-z])(?:needs?|requires?|required|without|release|refundable|automatically|nobody|no one|when booking)(?![a-z])/;
const toSomebody = /(?<![a-z])(?:you|u|your|ur|yours|her|his|tu|su|usted)(?![a-z])/;
const isOfOne: Keep = (span, text) => {
  const words = text.slice(span.start, span.end);
  if (/record to show/.test(text.slice(span.start, span.end + 6)) || words.startsWith("the record show"))
    return false;
  if (/^, (?:if|should) (?:you|there)(?![a-z])/.test(text.slice(span.end, span.end + 14))) return false;
  const sentence = sentenceAt(text, span);
  return !onFile.test(words) || toSomebody.test(sentence) || !ofHouse.test(sentence);
};

const rule: Rule = {
  id: "chart-talk",
  category: "relationship",
  confidence: "likely",
  why: "Mentioning this person's chart, file or notes confirms that there is one.",
  source: "45 CFR 160.103; OCR, Elite Dental Associates (2019)",
  find: (context) => withoutOverlaps([...toPerson(context, toOne, isOfOne), ...matches(context, ofAnyone)]),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«Nuestro expediente dice otra» cosa.",

    "Call us so that we can «go over your chart».",
    "I «looked back at my notes» and you are right.",
    "«The notes from that day show» it.",
    "«Su expediente» dice otra cosa.",
  ],
  allows: [
    "Los expedientes se entregan con una solicitud firmada.",

    "We would like the record to show that he sings.",
    "The plan needs a card on file.",
    "Records requests go through the form on our site.",
    "Please message us so that we can learn more.",
    "We made a note to fix the hold music.",
  ],
};
