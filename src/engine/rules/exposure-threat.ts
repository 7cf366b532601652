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
    "One more word and «we will publish the footage».",
    "«We know where you work».",
    "«Don't bother coming back».",
  ],
  allows: [
    "We know that waiting is hard.",
    "We will share this with the team.",
    "Please don't bother with the old coupon, the new one is better.",
  ],
};
