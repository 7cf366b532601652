import { gap, rx, toPerson } from "../lexicon/find.ts";
import { tu, us, your } from "../lexicon/words.ts";
import type { Examples, Rule } from "../rule.ts";

const thanks =
  "(?:thanks|thank (?:you|u|ya)|thx|ty|tysm|tyfor|appreciate|appreciated|grateful|thankful|honored|glad|happy|gracias|agradecemos|agradecidos?|agradecidas?)";

const patterns = [
  rx`(?:placing|placed|putting|put) (?:your|ur) (?:trust|confidence|faith|skin|smile|health|care) (?:in|with)`,
  rx`${thanks}${gap(36)}(?:for|4) (?:${"(?:always|again|all|both of you|you both)"} )?(?:coming(?! (?:together|through with|(?:in |out )?to (?:the|our|this) (?:[a-z]{1,14} )?(?:event|talk|class|webinar|live|party|fair|open house|booth|market|run|walk|fundraiser|workshop)))|visiting|stopping (?:by|in)(?! (?:(?:at )?(?:our|the|this) (?:page|profile|booth|table|tent|thread|comments?)|with (?:them|these|those|lunch|flowers)))|swinging by|dropping (?:by|in)|popping (?:by|in)|dropping in|choosing(?! (?:to|five|5|kind|these|those|such))|trusting|picking|selecting|entrusting|letting(?! (?:[a-z]{1,12} ){1,3}know)|allowing|giving us (?:a|the|another) (?:try|chance|shot|opportunity)(?! to (?:lay|explain|answer|respond|reply|improve|fix|say|read|learn|hear|make|clear|correct|set|listen|do better))|joining us (?:for|today|in)|being (?:(?:a|an|our|such an?|one of our) (?:(?:loyal|great|wonderful|amazing|valued|longtime|fantastic|dear|sweet|awesome|part) ){0,2}(?:patient|client|guest|customer|member|regular|part of|of)|part of|here|with us|patient with us)|bringing (?:him|her|them|in|your|ur|it|the (?:kids?|boys?|girls?|twins|baby|family|little|whole (?:family|crew|gang)))(?! (?:up|to (?:our|my|light)))|sending (?:your|ur|us|him|her)|referring|sharing (?:your|ur) (?:journey|results|progress|transformation|story|experience with us)|spending|making the (?:trip|drive)|driving|sticking with(?! (?:a|the|this))|staying with|sitting (?:with|through)|returning|(?:your|ur) (?:visit|business|trust|loyalty|patronage|continued|choice|confidence|support and trust|time with us|appointment|session|consult|referrals?|stay))`,
  rx`${thanks} (?:(?:so|very) much )?(?:for (?:the|all (?:of )?(?:the|your)) )?(?:trust|visit|business|referrals?)(?: in us)?`,
  rx`(?:appreciate|value|cherish|treasure|grateful for|thankful for|thanks 4|ty 4|ty for|means? (?:so much|a lot|the world) that)${gap(20)}(?:${your} (?:business|trust|visit|loyalty|patronage|confidence|choice|choosing|continued|coming|support over)|(?:you|u) (?:as (?:a|an|our)|coming|choosing|trusting|chose|trust|trusted|picked|came|come))`,
  rx`(?:you|u) (?:(?:chose|picked|trusted|trust|entrusted) ${us}(?: (?:with|for))?|gave ${us} (?:a|the|another) (?:shot|chance|try|opportunity|go)(?: anyway)?)`,
  rx`trust(?:ing|ed)? (?:us|me|dr\.? [a-z]{1,20}|our [a-z]{1,16}) (?:with|w|w\/|to|for)`,
  rx`gracias${gap(24)}por (?:(?:siempre|haber|toda|todo|tu|su|la|esa) ){0,2}(?:venir(?! (?:al|a la|a los|a nuestr[oa]) (?:live|en vivo|evento|feria|charla|clase|taller|fiesta))|venido|visitarnos|visitarme|visita|confiar|confianza(?! de (?:decir|contar|escribir|compartir))|confiado|elegirnos|elegido|escogernos|preferirnos|preferencia|acompanarnos|traer|traernos|ser (?:parte|nuestr[oa]|paciente|client[ea])|dejarnos(?! (?:(?:est[eao]s?|su|tu|una?|sus|tus) (?:palabras?|resena|comentario|mensaje|nota|opinion)|saber))|permitirnos|atenderse|volver|regresar|lealtad)`,
  rx`gracias${gap(20)}por (?:ponerse|ponerte|dejarse|dejarte|consentirse|acudir|asistir|atenderte|seguir (?:viniendo|confiando|con nosotros)|(?:darnos )?(?:la|otra|una) (?:segunda )?oportunidad (?:de|para) (?:servir|atender|ayudar|cuidar|tratar|consentir|demostrar)[a-z]{0,3}|hacernos (?:parte|tu|su)|pasar (?:a (?:vernos|visitarnos|vernos)|hoy|ayer|por (?:la|nuestra) (?:clinica|oficina|consulta)))`,
  rx`(?:agradec(?:emos|ido|ida|idos|idas|o)|gracias|que bueno|felices de|encantad[oa]s? de)${gap(10)}(?:que|porque) (?:(?:nos|me|siempre|usted|tu) ){0,2}(?:haya|hayas|hayan)? ?(?:elegido|escogido|confiado|visitado|venido|preferido|elija|elijas|eligio|elegiste|confie|confies|confio|confiaste|prefiera|prefieras|visite|visites|visito|visitaste)(?: [a-z]{1,12})?`,
  rx`(?:agradecemos|valoramos|apreciamos) (?:mucho )?(?:${tu}|la) (?:visita|confianza|preferencia|lealtad)`,
];

const rule: Rule = {
  id: "thanks-for-visit",
  category: "relationship",
  confidence: "certain",
  why: "Thanking somebody for coming in, for their trust or for their business tells everyone that they are a patient.",
  source: "45 CFR 164.502(a)",
  find: (context) => toPerson(context, patterns),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«Gracias por ponerse» en nuestras manos.",
    "«Agradecemos que nos haya elegido».",

    "«Thank you so much for stopping by», Petra!",
    "We «appreciate your business», always.",
    "«Means a lot that you trusted us with» something so personal.",
    "«Gracias por visitarnos», vecina.",
  ],
  allows: [
    "Gracias por la oportunidad de mejorar.",
    "Agradecemos que nos escriba.",

    "Thank you for the kind words, they made our week.",
    "Thanks for taking the time to write this.",
    "Thank you for bringing this up.",
    "Thank you for giving us the chance to explain.",
    "Thanks for letting other readers know.",
    "Gracias por venir a la charla.",
    "Gracias por sus palabras.",
    { text: "Thank you for visiting us this year, Tucson!", surface: "post" },
  ],
};
