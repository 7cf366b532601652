import { gap, isParticular, rx, toPerson } from "../lexicon/find.ts";
import { care, clinical } from "../lexicon/marks.ts";
import type { Examples, Rule } from "../rule.ts";

const verbs =
  "(?:had|have|['’]?ve had|got|getting|get|did|do|received|need|needed|came (?:in|to us|here) for|come in for|asked (?:for|about)|wanted|were|are|was|lost|finished|completed|started|stopped|took|take|taking|used|use|using|paid for|chose|went with|picked|tried|love|loved|liked|enjoyed|['’]?re|added|were quoted for|saw us for|see us for|['’]?ve got|felt|bought|wore|kept|rocking|rock|wearing)";

const patterns = [
  rx`(?:you|u|ya)(?: ${verbs}|['’]re|['’]ve (?:had|got|lost))(?! (?:a |any |more )?(?:questions?|to know|to ask))${gap(28)}(?:${clinical}|💉|💊|\d{1,3} (?:units|u|ml|cc|syringes?|sessions?|lbs|pounds|mg))`,
  rx`(?:we|i|she|he|dr\.? [a-z]{1,20}|[a-z]{3,12}) (?:did|used|placed|put|injected|removed|treated|fixed|numbed|prescribed|gave|took|drew|froze|ran|lasered|filled|pulled|cleaned|cut|shaved|adjusted|tested|biopsied|excised|tightened|zapped|dissolved|added)${gap(24)}(?:${care}|\d{1,3} (?:units|u|ml|cc|syringes?|sessions?|mg))${gap(20)}(?:you|u|your|ur|yours)`,
  rx`(?:you|u)${gap(10)}(?:had|have|with|got)${gap(10)}(?:a|an|the|some) (?:reaction|infection|abscess|bruise|rash|allergy|relapse|cavity|history of|condition|vasovagal|low|high|deep|thin|thick|short|sensitive|strong)(?: [a-z]{1,14})?`,
  rx`(?:te|le) (?:pusieron|pusimos|puso|puse|hicimos|hicieron|hizo|quitamos|quitaron|quito|quedo|quedaron|quedan|salio|duele|dolio|toca|hincho|sacaron|sacamos|inyecto|faltan|falta|recetamos|recetaron|receto|recomiendo)(?:${gap(22)}(?:${care}|\d{1,3} (?:unidades|jeringas?|sesiones)))?`,
  rx`(?:losing|lost|dropped|down|shed) (?:over |nearly |almost |about )?\d{1,3} ?(?:lbs?|pounds|kilos|kg|libras|inches)`,
];

const rule: Rule = {
  id: "you-had",
  category: "health",
  confidence: "likely",
  why: "This says what this person had done, took or has.",
  source: "45 CFR 160.103; 164.502(a)",
  find: (context) => toPerson(context, patterns, isParticular),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«You got your 💉» and smiled.",
    "«You had two syringes» in all.",
    "Congratulations on «losing 30 pounds»!",
    "«We numbed the gum twice for you».",
    "«Le pusieron anestesia» dos veces.",
  ],
  allows: [
    "If you have swelling after filler, call any provider.",
    "Most people need two syringes.",
    "Do you have a question about fillers? Ask us.",
  ],
};
