import { rx, toPerson } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const patterns = [
  rx`(?:yes|yep|yup|yeah|yea|sure|absolutely|indeed|of course|totally|haha|lol|aww|omg)?[\s!]{0,2}(?:you|u) (?:sure|really|totally|definitely|absolutely|def|certainly) (?:did|do|does|was|were|is|are|have|had)`,
  rx`(?:yes|yep|yup|yeah|yea|sure|no|nope|si) (?:she|he|you|u|they|we) (?:was|did|were|had|didn['’]?t|wasn['’]?t|sure did)(?! (?:open|offer|take|accept|carry|close|have (?:a|free|parking)|sell|ship|validate|do))`,
  rx`(?:so did|so were|as did) (?:we|you|i)`,
  rx`(?:that was|that['’]?s|it was|was that|is that|guilty|thats) (?:(?:totally|definitely|really|def) )?(?:you|u|her|him|your (?:mom|wife|husband|sister|son|daughter))(?! (?:talking|speaking|right))`,
  rx`(?:told ya|toldja|told (?:you|u) (?:so|it|that|the|she|he|we|you))`,
  rx`(?:same (?:lady|girl|units|spot|room|as (?:you|your|ur)|as urs|peel|laser)|it sure (?:is|was|did)|(?:yes|si|yep|yup|yess{1,12})[\s!.]{1,3}(?:she|he|it|you|u) (?:was|did|had|went|left|just|came|got|loved))(?: [a-z]{1,10})?`,
  rx`(?:like|same as) (?:last time|before|always|usual|we did|we talked)`,
  rx`(?:and|&) so (?:were|was|did|are|do) (?:you|yours)`,
  // The comma tells "yes" from "if", which are one word without their accents.
  rx`(?:si|claro|correcto|exacto|asi es),\s?(?:(?:(?:ella|el|ellas|ellos|usted|ustedes) )?(?:estuvo|estuvieron) (?:aqui|aca|con nosotr[oa]s|en (?:la|nuestra|esta) (?:clinica|consulta|oficina))|(?:ella|el|ellas|ellos|usted|ustedes|su (?:hij[oa]|espos[oa]|marido|mujer|mama|papa|madre|padre|herman[oa])) (?:vino|vinieron|estuvo|estuvieron)|(?:la|lo|las|los) (?:atendimos|tratamos|vimos))(?! (?:cerrad[oa]|abiert[oa])s?)`,
];

const rule: Rule = {
  id: "confirming-answer",
  category: "relationship",
  confidence: "likely",
  why: "Confirming what this person says about their own care puts the practice's word behind it.",
  source: "45 CFR 164.502(a)",
  find: (context) => toPerson(context, patterns),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«You sure did»!",
    "«Yes she was, and» so brave.",
    "«Told ya» it would be quick.",
    "«Sí, estuvo aquí».",
    "«Claro, la atendimos» con gusto.",
  ],
  allows: [
    "Yes, we are open on Saturdays.",
    "Absolutely, parking is free.",
    "That was kind of you to say.",
    "Si estuvo aquí, llámenos.",
    "Sí, fue un placer leerlo.",
    "Sí, estuvo cerrado el lunes.",
  ],
};
