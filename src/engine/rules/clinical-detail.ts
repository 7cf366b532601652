import { gap, isGeneral, matches, rx, sentenceAt, toPerson, withoutOverlaps } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const toOne = [
  rx`(?:the|that|this|a) (?:(?:second|first|repeat|whole|deep|little|one) )?(?:biopsy|pathology|x-?ray|scan|culture|labs?|blood ?work|swab|mole|lesion|molar|crown|filling|wart|cyst|stitch(?:es)?|filler|implant|numbing|bruise|swelling|excision|laser plan|tumou?r|rash|shave|growth)${gap(20)}(?:was|were|came|shows|showed|came back|took|healed|looked|went|wore|needed|had)(?: [a-z]{1,14})?`,
  rx`(?:prescription|rx|refill|meds|medication|labs|results|biopsy|referral|note|trays?|aligners?|crown|retainer|night guard|implant|kit|order|serum)${gap(12)}(?:(?:is|are|was|were|has been|have been|came|went|got|will be) )(?:(?:just|already|now|all|still) )?(?:sent|ready|in|back|called in|at the (?:front )?desk|waiting|faxed|here|refilled|approved|negative|positive|normal|benign|clear|clean|due|fine|perfect)`,
  rx`(?:you|u|your|ur|yours|she|he|her|his|it|was|were|is|came back|back|son|daughter|mom|wife|husband|you['’]re|it['’]s)${gap(14)}(?:benign|malignant|atypical|inflamed|infected|abscessed|positive for|negative for|tested (?:positive|negative)|diagnosed|prescribed|biopsied|sedated|obese|pregnant|allergic to|contraindicated|cancer-?free|in remission|vasovagal|contracture|granuloma|occlusion|necrosis)`,
  rx`(?:sent|called in|faxed|refilled|sending|calling in|upped|lowered|cut|doubled|switched|increased|changed) (?:(?:in|your|ur|the|her|his|over|you|to) ){0,3}(?:prescription|rx|script|refill|meds|dose|dosage|antibiotics?|tretinoin|semaglutide|pills?|labs|referral|biopsy)`,
];
const ofAnyone = [
  rx`(?:she|he|they|[a-z]{2,14})${gap(10)}(?:tested (?:positive|negative)|was diagnosed|is cancer-?free|in remission|is \d{1,2} (?:days|weeks|months) (?:post|out|pregnant)|\d{1,2} (?:weeks|days|months) (?:post-?op|out from|after (?:her|his)))`,
  rx`\d{1,3} (?:units|u|ml|mls|cc|syringes?|jeringas?|unidades)${gap(28)}(?:she|he|her|his|for (?:this|our|the) (?:beauty|babe|client|patient|queen|girl))`,
  rx`(?:she|he|her|his|this (?:beauty|babe|client|patient|queen|girl|mama))${gap(36)}(?:\d{1,3}|one|two|three|half a?) (?:units|u|ml|mls|cc|syringes?|jeringas?|unidades|sessions?)`,
];

const rule: Rule = {
  id: "clinical-detail",
  category: "health",
  confidence: "likely",
  why: "A result, diagnosis, prescription or dose in answer to one person is their health information.",
  source: "45 CFR 160.103",
  find: (context) =>
    withoutOverlaps([
      ...toPerson(context, toOne, (span, text) => !isGeneral(sentenceAt(text, span))),
      ...matches(context, ofAnyone),
    ]),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«The biopsy came back» clean.",
    "Good news, the «prescription is ready».",
    { text: "«This babe needed only two syringes»", surface: "post" },
  ],
  allows: [
    "A biopsy is a small sample sent to a lab.",
    "Two syringes cost $1,100.",
    "Prescriptions are refilled on weekdays.",
    { text: "Botox is $11 a unit on Friday.", surface: "post" },
  ],
};
