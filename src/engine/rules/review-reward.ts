import { gap, matches, rx } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const gift =
  "(?:free|gratis|discount|credit|gift card|giftcard|\\$ ?\\d{1,4}(?: off)?|\\d{1,3} ?% off|off your|off ur|% off|half off|on (?:us|the house|me)|entr(?:y|ies)|entered|raffle|giveaway|win|wins|\\d{1,3} units|starbucks|coffee|venmo|cash|reward|perk|prize|complimentary|bonus|pizza|dinner|brunch|syringe|peel|facial|add-?on|validate|waive|refund|token of|worth your while|extra entries|goodie bag|swag|mini|lip balm|regal[a-z]{1,6}|descuentos?|sorteo|rifa|premios?|obsequio|participas?|gana(?:s|r)?|double points|triple points|points|treat from|pick a (?:treat|gift|prize)|sample|voucher|coupon|tickets?|knock \\d{1,2}|comped|lottery|drawing|tote|candle|upgrade|on us|cupon|mascarilla)";
const review =
  "(?:reviews?|5[-\\s]?stars?|five[-\\s]?stars?|5 ?⭐|⭐{3,5}|⭐️⭐️⭐️|★{3,5}|stars? (?:on|count|gets?)|rating|on (?:google|yelp|realself)|google review|online review|yelp|testimonial|resenas?|5 estrellas?|5 estrellitas|cinco estrellas|estrellitas|bump it (?:up )?to|change it to (?:five|5)|kind words|shout-?out)";
const ask =
  "(?:leave|leaving|drop|dropping|give|giving|post|posting|write|writing|show|share|send|screenshot|rate|review|for (?:a|your|every|each|an|any|the)|bump|change|exchange|update|edit|in exchange for|as a thank you|to thank|thank you|get|dejen?|dejanos|dejas|suban?|pongan?|deje|deja|haz|escribe|escriban?|califica(?:nos)?|compart[ae]n?|si nos|por (?:tu|su|una|cada)|ensen[a-z]{1,6})";

const patterns = [
  rx`${ask}${gap(36)}${review}${gap(70)}${gift}`,
  rx`${gift}${gap(60)}${ask}${gap(36)}${review}`,
  rx`${gift}${gap(20)}for (?:(?:a|your|every|each|any|all|those|the|an|one|those kind) ){0,2}(?:[a-z]{1,10} )?(?:reviews?|5[-\s]?stars?|five[-\s]?stars?|kind words|feedback|rating)`,
  rx`(?:review|reviews|5 stars?|five stars?|stars)(?: (?:on|=|equals?|gets?|wins?|earns?))${gap(20)}${gift}`,
  rx`(?:reviews?|5[-\s]?stars?|five[-\s]?stars?|five stars on google) ?= ?[$\d][^\n]{0,16}`,
  rx`(?:coupon|voucher|gift|discount|reward|points|prize|ticket|entry|credit|treat)s? (?:for|with|per|in exchange for|in return for) (?:(?:a|an|your|every|each|any|all|those|the|honest|nice|good|great|positive|google|yelp|online) ){0,3}(?:reviews?|ratings?|stars?|testimonials?)`,
  rx`(?:por|con|a cambio de) (?:(?:cada|tu|su|una|la) ){1,2}(?:resena|estrellas?|calificacion)${gap(24)}(?:\d{1,2} ?%|descuento|gratis|regal[a-z]{1,6}|rifa|sorteo|puntos|\$ ?\d{1,4})`,
  rx`(?:(?:every|each|any) (?:[a-z]{1,10} )?(?:review|rating|testimonial)|(?:review|rate)s? us)${gap(40)}(?:enters?|entered|goes into|(?:earns|wins|gets) you|in the (?:draw|drawing)|raffle|prize|gift card|(?:thank-?you|small|little) gift|gift is yours|free [a-z]{3,12} is)`,
  rx`(?:mention|show) (?:this|your|ur|the) (?:post|review|google|5[-\s]star)${gap(20)}${gift}`,
];

const harmless =
  /(?:not for a review|no (?:review|strings)|don['’]?t (?:pay|offer|trade|give)|never (?:pay|offer|trade|ask|give|buy)|we don['’]t|without a review|no need to review|has nothing to do with|nothing for (?:a )?reviews?|cannot (?:pay|offer|give)|in no way|free to update|at any time, it is yours|no (?:ofrecemos|damos|regalamos|pagamos|compramos)|ninguna recompensa|free of any|good or bad, (?:is|are)|can['’]t (?:pay|offer|give)|not allowed)/;

const rule: Rule = {
  id: "review-reward",
  category: "conduct",
  confidence: "likely",
  why: "A gift, discount or prize for a kind of review breaks the federal rule on reviews.",
  source: "16 CFR 465.4",
  find: (context) => (harmless.test(context.folded.text) ? [] : matches(context, patterns)),
};
export default rule;

export const examples: Examples = {
  flags: [
    { text: "«Leave us five stars and get a free» mask", surface: "post" },
    "«As a thank you for your review, your next peel is on us»",
    { text: "A «coupon for every online review», today only", surface: "post" },
    { text: "«Each review in March goes into» the big hat", surface: "post" },
    { text: "«Rate us by Sunday and a small gift» waits at the desk", surface: "post" },
    { text: "«Por cada reseña, 10% de descuento».", surface: "post" },
    { text: "«Dejanos una resena y te llevas un descuento»", surface: "post" },
  ],
  allows: [
    { text: "We never pay for a review and we never will, five stars or one.", surface: "post" },
    "Thank you for the five stars!",
    { text: "Every review is read aloud at lunch, good or bad.", surface: "post" },
    "We cannot offer anything for reviews, not even a candle.",
    { text: "Giveaway: tag a friend who loves lavender by Friday.", surface: "post" },
    { text: "Share this post with somebody who loves free parking.", surface: "post" },
  ],
};
