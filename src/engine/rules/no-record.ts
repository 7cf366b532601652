import { gap, type Keep, rx, sentenceAt, toPerson } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const patterns = [
  rx`(?:searched|checked|looked|combed|went) (?:(?:through|in|over|all|carefully|thoroughly) ){0,2}(?:our|the|my) (?:[a-z]{1,12} )?(?:database|records|system|files|books|schedule|charts|logs?|patient list)`,
  rx`(?:have|got|confusing|confused|mistaking|mistaken|thinking of|mixed) (?:us|our (?:office|clinic|practice)) (?:(?:confused|mixed up|up) )?(?:with|for) (?:another|someone|somebody|a different|some other)`,
  rx`(?:the |a )?(?:wrong|different) (?:clinic|office|practice|business|place|med ?spa|spa|doctor|dentist|location|page|tag)`,
  rx`(?:don['’]?t|do not|didn['’]?t|not) (?:believe|think|sure) (?:that )?(?:you|u)(?:['’]?ve| have| were| ever| are| came)${"[^.!?;\n]{0,24}"}(?:been|patient|client|here|us|office|visited|seen)`,
  rx`(?:no|any|zero|not have (?:a|any)|never had (?:a|any)) (?:record|records|trace|history|appointment|chart|file|account|booking|visit|sign)s? (?:of|for|under|with|matching|by|in)(?! (?:that|this|the) (?:picture|photo|image|video|shot))${gap(16)}(?:you|u|your|ur|anyone|anybody|that|this|such|a person|the name|him|her|in our|having)(?: [a-z]{1,12}){0,2}`,
  rx`(?:no|not|any|nobody|no one|noone|theres nobody|anyone|anybody|someone|isn['’]?t|aren['’]?t|doesn['’]?t|don['’]?t|can['’]?t|cannot|couldn['’]?t|never|not)${gap(24)}(?:in|on|from) (?:(?:our|my) (?:books|computer|files)|the files|(?:our|the|my) (?:system|systems|database|records|schedule|appointment (?:log|book)|logs?|patient list|vaccine log|register|ehr|emr|charts))`,
  rx`(?:can['’]?t|cannot|couldn['’]?t|could not|unable to|don['’]?t|do not|didn['’]?t|did not|doesn['’]?t|not able to) (?:(?:seem to|even|actually|recall|able to) ){0,2}(?:find|locate|see|have|recognize|recognise|match|identify|recall|remember|place|show|pull up)${gap(12)}(?:you|u|your name|ur name|your (?:file|chart|record|records|account|visit|appointment)|this name|that name|the name|name|a record|any record|an appointment|a (?:file|chart)|(?:anyone|anybody)(?!['’]s)|treating|seeing)`,
  rx`(?:nobody|no one|noone|never (?:had|seen|treated|heard of|met)|no patient|no client|not a patient|not one) (?:(?:a|any|our) )?(?:(?:patient|client|person|customer|anyone|anybody|someone) )?(?:by (?:that|this|the|your) name|named|with (?:that|this|your) name|called|under that name|(?:of|like) you|you|u|her|him)`,
  rx`(?:name|person|account|profile|initials|reviewer)${gap(20)}(?:isn['’]?t|is not|does(?:n['’]?t| not)|do(?:n['’]?t| not)|not) (?:(?:in|on|match|appear|ring|exist|come|show|correspond)[a-z]{0,3})(?: (?:our|any|in|up|a|to)){0,2}(?: [a-z]{1,10})?`,
  rx`(?:no (?:tenemos|hay|existe|encontramos|aparece|aparecemos|consta|figura|encuentro|te encuentro|la encuentro|tengo)|nunca (?:hemos|la hemos|lo hemos|le hemos|atendimos))${gap(26)}(?:registro|registros|record|expediente|cita|sistema|nombre|ficha|paciente|usted|persona|atendido|visto|archivo|base de datos)`,
  rx`no (?:te|la|lo|le) (?:(?:encontramos|ubicamos|localizamos|conocemos|reconocemos|recordamos|encuentro|ubico|conozco)(?! (?:gracios|divertid|just))|(?:tenemos|vemos|tengo)(?= (?:en (?:nuestr|el|los|la)|registrad|como)))(?: (?:en|como|registrad[oa])(?: [a-z]{1,12}){0,2})?`,
  rx`no (?:sabemos|se|tenemos idea de) (?:quien|de quien) (?:es|eres|se trata|sea)(?: (?:usted|tu))?`,
];

/** "The wrong office" is said to somebody of their review, not of the office's own papers. */
const elsewhere = /^(?:the |a )?(?:wrong|different) /;
const ofReviewer = /(?<![a-z])(?:you|u|your|ur|this|review|think|sounds|seems|mistak[a-z]{1,3})(?![a-z])/;

const isDenial: Keep = (span, text) => {
  const words = text.slice(span.start, span.end);
  if (!elsewhere.test(words)) return true;
  const sentence = sentenceAt(text, span);
  return (
    (ofReviewer.test(sentence) || sentence.trim() === words.trim()) &&
    !/(?<![a-z])if you(?![a-z])/.test(sentence)
  );
};

const rule: Rule = {
  id: "no-record",
  category: "relationship",
  confidence: "certain",
  why: "Denying that somebody was here tells what a search of the records gave; say nothing about anyone's status.",
  source: "45 CFR 160.103; AMA guidance on online reviews",
  find: (context) => toPerson(context, patterns, isDenial),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«No la encontramos en nuestros registros».",

    "We have «no record of you».",
    "There is «nobody by that name in our system».",
    "We «cannot find your name» anywhere.",
    "«No tenemos registro de usted».",
  ],
  allows: [
    "We mailed receipts with the wrong office on top.",
    "This inbox can't see anyone's schedule.",
    "No encontramos mejor manera de decirlo: gracias.",

    "We could not say whether or not anyone is a patient.",
    "Records are released with a signed form.",
    "No one here would ever answer that in public.",
  ],
};
