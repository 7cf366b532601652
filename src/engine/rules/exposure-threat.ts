import { gap, matches, rx } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const patterns = [
  rx`(?:we|i)(?:['’]?ll| will| can| could| may| might|['’]?re (?:going|happy) to| would be happy to| are going to| happily| gonna) (?:(?:also|be|just|gladly|happily|have to|be forced to|now) ){0,2}(?:post|publish|release|upload|leak|expose)${gap(18)}(?:footage|video|texts?|thread|emails?|messages|intake|chart|records?|consent|everything|name|address|screenshots?|before|recording|truth)`,
  rx`(?:we|i)(?:['’]?ll| will| can| could| may| might| gonna) (?:also |just |gladly |happily )?(?:share|show|tell|forward|send)${gap(18)}(?:footage|(?:your|ur) (?:employer|boss|hospital|wife|husband|chart|name|address|texts?|messages|emails?|records?|photos?|pics|file|intake)|intake|chart|screenshots?|the recording|the whole city)`,
  rx`(?:we|i) (?:(?:also|all|still) )?know (?:(?:exactly|your real|your|where|who|which|what) ){1,3}(?:you|name|u|work|live|bank|car|boss|is|are|did|came|real)(?: (?:work|live|are|is|name|and|at|did)){0,2}`,
  rx`(?:or|otherwise|else|and) (?:(?:we|i|the|your|ur) ){0,2}(?:footage|video|texts?|screenshots?|intake|chart|receipts) (?:goes?|go|gets?|will)(?: [a-z]{1,8}){0,2}`,
  rx`(?:say|post|write) (?:it|that|this|one more|another)${gap(14)}(?:and|again|more)${gap(4)}(?:we|i) (?:will|['’]?ll)`,
  rx`(?:can['’]?t|won['’]?t|not|no longer) (?:(?:be able to )?)(?:treat|see|serve|book|help|welcome) (?:you|u)(?: (?:here|again|anymore|any more|unless|until|if))`,
  rx`don['’]?t (?:bother|even think about|ever)(?: (?:to|about))? (?:coming|come|booking|calling|stepping|showing)(?: (?:back|in|here|again))?`,
  rx`(?:maybe|perhaps|wonder (?:if|what|how)|bet|imagine (?:if|what)|would hate for|hate for|shame if|pity if|wait (?:until|till))${gap(12)}(?:your|ur) (?:boss|employer|hospital|school|church|landlord|supervisor|manager|wife|husband|spouse|followers|students|clients|coworkers|board)(?: (?:would|will|might|to|find|found|finds|heard|hears|saw|sees|reads?|learns?|knows?|like|love|should|be)){0,4}`,
  rx`(?:shall|should|do you want|want|would you like|would you rather|dare|prefer) (?:(?:us|we|me|i|you) )?(?:(?:to|us) ){0,2}(?:tell|post|share|publish|explain|print|put|let)${gap(16)}(?:what (?:really|actually) happened|the (?:whole|full|real|entire|rest of the) (?:story|truth|thing)|everything|your (?:side|texts?|messages|file|emails?)|our side)`,
  rx`(?:everyone|everybody|the (?:whole )?(?:world|town|city|internet)|people|they)(?:['’]?ll| will| can| is going to| are going to| should| deserves? to) (?:(?:soon|now|all|also) ){0,2}(?:see|know|read|hear|watch|learn) (?:(?:all|about|the|what|your|ur|those|who|how|exactly|that) ){0,3}(?:screenshots?|video|footage|texts?|messages|recording|receipts|truth|really happened|actually happened|kind of person|you (?:really )?(?:are|did)|chart|emails?)`,
  rx`(?:keep it up|one more (?:word|post|time|review)|try us|try me|test us|test me|push us|go ahead|your move)${gap(10)}(?:and|or|see what happens|we|i|everyone|everybody)(?: [a-z]{1,12}){0,3}`,
  rx`(?:sabemos|se|ya sabemos|yo se) (?:donde|quien|en que|con quien) (?:trabajas?|vives?|eres|es usted|anda|andas|estudia|estudias)(?: [a-z]{1,10})?`,
  rx`(?:vamos a |podemos |puedo |voy a )?(?:publicamos|publicaremos|publicar|mostramos|mostraremos|mostrar|subimos|subiremos|ensenamos) (?:(?:el|los|las|tus?|sus?|todos|todas|la|todo) ){1,2}(?:videos?|mensajes|fotos|capturas|pantallazos|expediente|grabacion|historia|nombre|verdad)`,
  rx`(?:tu|su) (?:jefe|jefa|patron|patrona|esposo|esposa|empleador|trabajo|familia) (?:(?:se )?(?:va a|debe|deberia|podria|quiere|querra)|sabra|se entere|lea|vea)(?: [a-z]{1,10}){0,2}`,
  rx`ten(?:ga)? cuidado (?:con )?(?:lo que|a quien)(?: [a-z]{1,12})?`,
  rx`(?:final|last|only) warning`,
  rx`(?:think (?:twice|carefully)|be (?:very )?careful|watch (?:it|yourself|what you))(?: (?:before|about|what|who|with)){0,2}`,
  rx`(?:cameras?|video|footage|screenshots?|timestamps?|receipts)${gap(12)}(?:prove|proves|show|shows|caught|of (?:you|the)|and we|that day|to prove)(?: [a-z]{1,8})?`,
];

const rule: Rule = {
  id: "exposure-threat",
  category: "conduct",
  confidence: "likely",
  why: "Threatening to publish, to tell an employer or to refuse care over a review is intimidation.",
  source: "16 CFR 465.7(a)",
  find: (context) => (context.audience === "person" ? matches(context, patterns) : []),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«One more word and we will publish the footage».",
    "«We know where you work».",
    "«Don't bother coming back».",
    "«Maybe your boss would like to read» this.",
    "«Sabemos donde trabajas».",
  ],
  allows: [
    "We know that waiting is hard.",
    "We will share this with the team.",
    "Please don't bother with the old coupon, the new one is better.",
  ],
};
