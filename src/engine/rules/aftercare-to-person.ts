import { isParticular, type Keep, rx, sentenceAt, toPerson } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const patterns = [
  rx`(?:don['’]?t|dont|do not|never) forget (?:to|your|ur|the) (?:ice|rest|take|wear|use|massage|hydrate|moisturi[sz]e|apply|sleep|floss|rinse|follow|come|book|bring|schedule|spf|sunscreen|retainer|aftercare|meds)`,
  rx`(?:keep|start|stop|continue|try) (?:(?:on|up|it|that|those|them|him|her|with) ){0,2}(?:icing|ice on|resting|elevated|moisturiz(?:ing|ed)|massaging|brushing|flossing|rinsing|taking|wearing|using|cleaning|drinking|stretching|clean and dry|dry|covered|the (?:cream|ointment|bandage|retainer|tray|trays|aligners|meds|area|stitches|dressing|compression))`,
  rx`(?:no|skip|avoid|hold off on|don['’]?t|dont|do not) (?:(?:any|the|more|do|your|ur) ){0,2}(?:lifting|workouts?|exercise|gym|sun|alcohol|straws?|makeup|make-?up|smoking|rub(?:bing)?|touch(?:ing)?|pick(?:ing)?|press(?:ing)?|massage|massaging|sleep(?:ing)? on|hot tub|swimming|retinol|chew(?:ing)?|spicy)(?: (?:it|at|them|that|for|til|till|until|today|tonight|tomorrow|the|your|ur|on)){1,2}`,
  rx`(?:take|use|apply|put|pop|swish|rinse with|alternate|finish) (?:(?:some|the|your|ur|a|an|two|one|all|\d|only|just|more|it|that) ){0,3}(?:ibuprofen|tylenol|advil|arnica|aquaphor|vaseline|ice|benadryl|zyrtec|claritin|cream|ointment|salt water|ice pack|frozen peas|hydrocortisone|antibiotics?|meds|pills?|drops|numbing|lotion|spf)(?: (?:on|for|every|twice|again|til|until|tonight|now|and))?`,
  rx`(?:ponte|pongase|pongale|toma|tome|tomate|evita|evite|no te (?:toques|rasques|maquilles|asolees)|no se (?:toque|rasque|maquille)|sigue con|siga con|(?<!se )descansa|descanse) (?:(?:el|la|los|un|una|mucho|mucha|con) ){0,2}(?:hielo|hielito|crema|sol|agua|arnica|ibuprofeno|maquillaje|bloqueador|pastillas?|faja|antibiotico|protector|mano)?`,
  rx`(?:venga|ven|pase|pasa|regrese|regresa|vuelva|vuelve|traiga|trae)(?: [a-z]{1,10}){0,2} (?:y|para|a que|para que) (?:(?:se|te) )?(?:lo|la|los|las|le|te) (?:arreglamos|arreglo|retocamos|retoco|revisamos|reviso|corregimos|ajustamos|quitamos|evaluamos|checamos|revisemos|arreglemos|ajustemos)(?: [a-z]{1,10})?|(?:se|te) (?:lo|la|los|las) (?:arreglamos|retocamos|corregimos|ajustamos|quitamos|disolvemos|rehacemos|emparejamos)(?: [a-z]{1,10})?`,
  rx`(?:bring|drop|send) (?:(?:by|in|us|me|back|over) ){0,2}(?:your|ur|the|those|a) (?:retainer|aligners?|trays?|crown|tray|photos?|pics?|selfie|insurance card|bottle|meds|new card|paperwork|form)`,
  rx`(?:come|coming|stop|swing|bring (?:her|him|it)) (?:(?:back|on|right|by|in|over) ){1,3}(?:and|so|&|to have|to get) (?:(?:we|i|she|he|dr\.? [a-z]{1,16}|[a-z]{3,12}) )?(?:(?:can|['’]?ll|will|to) )?(?:(?:re-?)?do|fix|check|even|look|adjust|dissolve|add|peek|see|tweak|smooth|take|redo|touch|balance|clean|remove|get|make)(?: [a-z]{1,12}){0,2}`,
  rx`(?:we|i|she|he|dr\.? [a-z]{1,16}|(?<!(?:any|a|every|your) )[a-z]{3,12})(?:['’]?ll| will| can| would| want to|['’]?d(?= (?!refill|check))| offered to| could| is happy to| are happy to| gonna| wants to| would like to) (?:(?:love|gladly|happily|like|still|always|be|to|be happy|definitely|just|also) ){0,3}(?:fix|even (?:it|that|them|out)|redo|re-?do|re-?treat|adjust|dissolve|tweak|touch up|re-?check|take (?:another|a) look|examine|look at (?:it|that|them|your)|remake|replace|smooth|balance|correct|evaluate|make it right|make this right with|re-?evaluate|refill|check (?:it|that|on|you|your)|add (?:a|more|another|two))(?: [a-z]{1,12})?`,
];

/** Mending a page, a bill or the manners of the desk is no care. */
const mends = /(?:fix|correct|tweak|replace|take (?:another|a) look|look at it)(?: [a-z]{1,12})?$/;
const ofOffice =
  /(?<![a-z])(?:page|pages|website|web site|site|link|menu|ads?|mailer|phones?|receipts?|billing|prices|polic(?:y|ies)|doors?|signs?|listing|typo|attitude|unclear|parking|schedule|scheduling|scheduled|eye contact|hiccups)(?![a-z])/;

const isOfCare: Keep = (span, text, context) =>
  isParticular(span, text, context) &&
  !(mends.test(text.slice(span.start, span.end)) && ofOffice.test(sentenceAt(text, span)));

const rule: Rule = {
  id: "aftercare-to-person",
  category: "health",
  confidence: "likely",
  why: "Instructions or an offer to fix it, addressed to this person, say that they were treated.",
  source: "45 CFR 160.103; 164.502(a)",
  find: (context) => toPerson(context, patterns, isOfCare),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«Venga y se lo arreglamos».",

    "«Keep icing» and it will calm down.",
    "Come back in and «we'll fix it».",
    "«No lifting until» Friday.",
    "«Ponte hielo» y descansa.",
  ],
  allows: [
    "Arreglamos la puerta de la entrada.",

    "If a link is broken on the menu page, we'll fix it.",
    "PSA: no straws for a week.",
    "Most people ice for a day or two.",
    "Our aftercare sheets are on the website.",
    "We can send anyone the price list.",
    { text: "Take SPF everywhere this summer.", surface: "post" },
  ],
};
