import { gap, rx, toPerson } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const patterns = [
  rx`(?:glad|happy|honored|thrilled|lucky|proud|love that) (?:that )?(?:i|we|she|he) (?:got to|get to|could|was able to|were able to|am able to) (?:be|do|see|help|meet|treat|work)`,
  rx`(?:happy|glad|thrilled|pleased|honored|able) to (?:squeeze|fit|get|see|help|accommodate|welcome|treat|have|host|serve|meet) (?:you|u|him|her|your (?!review|recommendation|post|comment|note|kind|words|message|name)[a-z]{2,12})(?: [a-z]{1,8})?`,
  rx`(?:que|mucho|un) (?:gusto|placer|alegria) (?:haber|poder)?(?:lo|la|te|le|los|las)? ?(?:haberte|haberle|haberla|haberlo|atender|atenderte|atenderle|atenderla|atendido|verte|verla|verlo|conocerte|conocerla|recibirte|recibirla)(?! leido)(?: [a-z]{3,10}ido| [a-z]{3,10}ado| visto)?`,
  rx`(?:love|loved|enjoyed|loving) (?:having|spoiling|getting to know|seeing|treating|pampering|meeting|taking care of|being (?:a )?part of|watching|working (?:on|with)|catching up|chatting|laughing) (?:(?:with )?(?:you|u|your|ur|him|her|his|yall)|(?:a )?part of your)(?: [a-z]{1,12})?`,
  rx`(?:love|loved|enjoyed|loving|treasure) (?:our|your|every|the) (?:conversations?|chats?|talks?|laughs?|time together|company|minute with you)`,
  rx`(?:so |very |super |really |all so )?proud (?:of|for) (?:you|u{1,3}|your|ur|how far you|the work you|what you|him|her)(?: [a-z]{1,12})?`,
  rx`(?:isn['’]?t|aren['’]?t|not|wasn['’]?t) the same without (?:you|u)`,
  rx`(?:wouldn['’]?t|would not|don['’]?t) want (?:you|u) (?:anywhere|to go anywhere)(?: else)?`,
  rx`(?:thank you|thanks|thx)${gap(10)}for (?:(?:always|being) ){1,2}(?:so |such a )?(?:easy|patient with us|sweet|lovely|brave|flexible|understanding|fun|good|great|kind)(?: to)? (?:work with|to work with|about|when|while|during|with us|every time|in)`,
  rx`(?:pleasure|joy|honor|honou?red|privilege|delight|treat|blast|loved|love|enjoyed|enjoy|great|good|nice|wonderful|lovely|fun|awesome|amazing|glad|happy|thrilled|proud|adore|adored|pleased|grateful|lucky)${gap(20)}(?:to )?(?:(?:finally|always|be able to) ){0,2}(?:see|seeing|saw|meet|meeting|met|treat|treating|care for|caring for|take care of|taking care of|took care of|work with|working with|worked with|worked on|work on|serve|serving|host|hosting|help|helping|helped|have|having|had|get|getting|welcome|welcoming|be|being) (?:you|u|ya|yall|both of you)(?! (?:following|on here|as a (?:follower|neighbor)|read|wrote|noticed|like|all|share))(?: (?:in|here|out|back|as))?`,
  rx`(?:glad|happy|thrilled|delighted|so good|pleased|ecstatic|love|loved|proud)${gap(14)}(?:we|i|she|he|dr\.? [a-z]{1,20}|[a-z]{1,14}) (?:could|got to|was able to|were able to|get to|can) (?:help|take care of|see|be (?:a )?part of|work with|treat|care for|make|meet|do|fit|ease|give|get)`,
  rx`(?:glad|happy|thrilled|delighted|relieved|pleased|stoked|love|loved|ecstatic|proud)${gap(8)}(?:that )?(?:you|u|ya)(?: (?:both|all|two|guys|still|always))? (?:came|come|made it|stopped|visited|had|enjoyed|enjoy|felt|feel|found us|are (?:happy|pleased|loving|enjoying|feeling|satisfied|healing|doing|here|seeing)|were (?:happy|comfortable|pleased|able|treated|well|in)|are|were|left|love|loved|like|liked|got|get|walked|trusted|decided|chose|did|said yes|could come|popped|dropped|finally|always leave|(?:['’]?re|are) (?:loving|happy|enjoying|feeling|healing|pleased|in love|so happy|here))`,
  rx`(?:pleasure|joy|honor|privilege|delight|treat) (?:(?:to|of) )?(?:treat|meet|see|have|host|serve|work with|care for|help|having|seeing|treating|meeting|your company)(?: (?:you|u|with|your|for|him|her|your [a-z]{2,12}))?`,
  rx`pleasure (?:(?:was|is|of your company was|has been|truly) ){1,2}(?:all )?(?:ours|mine)`,
  rx`(?:you|u)(?: are| were| r|['’]?re|['’]ll always be) (?:(?:always|such|truly|just|so|seriously|literally) ){0,2}(?:a|an|my|our|the|one of) (?:(?:absolute|total|real|complete|perfect|true|fave|favorite|most) ){0,2}(?:pleasure|joy|delight|trooper|champ|champion|rock ?star|treat|hoot|legend|superstar|hero|life of (?:it|the party)|breeze|sweetheart in|dream patient|model patient|easiest|bravest|best patient|favorite)(?: to [a-z]{1,10})?`,
  rx`(?:fue|es|ha sido|siempre es) (?:(?:un|todo un|realmente un) )?(?:placer|gusto|honor|alegria) (?:atender|conocer|ver|tener|recibir|ayudar|cuidar)[a-z]{0,5}`,
  rx`(?:nos (?:alegra|encanta|encanto|da (?:mucho )?gusto)|que bueno|feliz de|felices de|encantad[oa]s? de) (?:mucho )?(?:que )?(?:haber(?:te|le|la|lo)|ver(?:te|le|la|lo)|atender(?:te|le|la|lo)|tener(?:te|le|la|lo)|ayudar(?:te|le|la|lo)|(?:te|le|la) (?:haya|gusto|gustara|fuera|fue|sintiera|sientas)|conocer(?:te|le|la|lo))`,
  rx`(?:nos|me) (?:dio|da|encanto|alegro|hizo|alegra|encanta) (?:(?:mucho|mucha|tanto|tanta|muy|un|el) ){0,2}(?:(?:gusto|alegria|placer|honor|felices|feliz) )?(?:el )?(?:poder )?(?:atender|conocer|ver|recibir|ayudar|cuidar|tratar|tener|consentir|servir)(?:te|le|la|lo)(?: [a-z]{1,10})?`,
  rx`(?:disfrutamos|disfrute|amamos|adoramos) (?:mucho )?(?:atender|conocer|ver|recibir|cuidar|tratar|tener|consentir)(?:te|le|la|lo)`,
  rx`(?:beside|with|for|by) (?:you|u|your side) (?:every step|through (?:this|it|every|the whole)|the whole (?:way|time)|at every)(?: of the way)?`,
];

const rule: Rule = {
  id: "pleasure-of-care",
  category: "relationship",
  confidence: "likely",
  why: "Saying how good it was to see, meet or help this person tells everyone that they were here.",
  source: "45 CFR 164.502(a)",
  find: (context) => toPerson(context, patterns),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«Nos dio mucho gusto atenderlo».",

    "It was a «pleasure meeting you», Osric.",
    "So «happy we could help»!",
    "We are so «glad you came»!",
    "«Fue un placer atenderla».",
  ],
  allows: [
    "Nos dio mucho gusto leer esto.",

    "We would be glad to help with any question.",
    "Glad this made you smile.",
    "Happy Friday from all of us.",
    { text: "It was lovely to meet you all at the street fair!", surface: "post" },
  ],
};
