import { gap, matches, rx, withoutOverlaps } from "../lexicon/find.ts";
import type { Examples, Rule, Span } from "../rule.ts";

const family =
  "(?:mom|mother|dad|father|husband|wife|sister|brother|cousin|aunt|auntie|uncle|niece|nephew|daughter|son|boyfriend|girlfriend|bf|gf|fiance|roommate|best friend|partner|mama|esposo|esposa|marido|hermana|hermano|prima|primo|tia|tio|hija|hijo|novio|novia)";
const inReview = [
  rx`(?:i|we)(?:['’]?ve| have| also|['’]?m| am)? (?:(?:also|proudly|currently|actually|happen to|been|the|a|an|literally|used to) ){0,3}(?:work(?:ed|ing)?|own|manage|run|founded|started|employed|clean|do their|do the (?:books|marketing|social)|sit ten)(?: (?:here|there|at|for|the|their|this|in|her|his|with|front|desk|books|on)){0,3}`,
  rx`(?:i['’]?m|i am|as|im) (?:(?:the|a|an|one of|proud|their|part of the|her|his) ){1,3}(?:owner|manager|nurse|injector|hygienist|aesthetician|esthetician|receptionist|front desk|dentist|doctor|assistant|employee|member of (?:this|the|our) team|team|staff|office manager|biller|coordinator|one who|[a-z]{2,12} (?:who|at)|hygienist who|nurse who)(?: [a-z]{1,10}){0,2}`,
  rx`my ${family}(?:['’]s)?${gap(30)}(?:works?|owns?|manage[sr]?|runs?|is the|is a|injects|does the|there|took over|account|here|clinic|practice|office|told me|asked me|helped build|front desk|opened)`,
  rx`(?:(?:the|dr\.?|she|he|owner|boss)(?: [a-z]{1,14})? (?:is|es) my|married to (?:the|dr)|her|his) (?:${family}|owner|doctor)(?: (?:and|here|there|works))?`,
  rx`(?:mi ${family}${gap(8)}(?:trabaja|es (?:el|la) (?:duen[oa]|gerente|doctora?))|(?:yo )?trabajo (?:aqui|ahi|alli|en)|soy (?:la|el|una|un) (?:duen[oa]|gerente|recepcionista|asistente|enfermera|higienista))(?: [a-z]{1,10})?`,
  rx`(?:posting (?:for|from)|writing (?:for|from)|this is [a-z]{2,12} on|on my [a-z]{2,12}['’]s account|reposting for|account of a|my boss|our boss|jefa|made us (?:do|write)|told (?:us|me) to (?:leave|write|post)|asked (?:us|me|each of us) to (?:leave|write|post)|totally (?:not|normal)|wink|paste on google|never been in|haven['’]?t been|havent been|acct #|new acct|make up a name)`,
];
const anywhere = [
  rx`(?:have|get|ask|tell|make|got|need|please get|todo)${gap(14)}(?:(?:your|ur|my|our|the|all (?:the|your)) )?(?:husbands?|wives|cousins?|moms?|sisters?|boyfriends?|bfs?|family|families|friends|relatives|tias|staff|team|everybody|everyone|girls)${gap(24)}(?:leave(?! (?:at least|room|time|early|home|space))|drop|write|post|leaves|do|reviews?|stars?|five|rate)(?: [a-z0-9]{1,10}){0,3}`,
  rx`(?:my|our) (?:(?:own|whole|entire|two) )?(?:mom|moms|sister|cousins?|husband|wife|family|staff|team|night crew|relatives|daughter|son)${gap(24)}(?:left|leave|wrote|write|posted|dropped|did|reviewed)(?: (?:us|one|a|each|hers|theirs|few|review|reviews|five|stars)){1,3}`,
  rx`(?:staff|team|employees|everyone (?:here|on staff)|girls|moms|relatives|cousins)${gap(20)}(?:posted yours|leave (?:us )?(?:a|one|five|5|your)|write (?:us )?(?:a|one)|drop (?:a|one|five|5)|(?:five|5)[-\s]stars?)(?: [a-z]{1,10}){0,2}`,
  rx`(?:everybody|everyone|each of (?:you|us)|all of (?:you|us)|team|girls|staff|guys|familia|chicas|equipo)${gap(12)}(?:posts?|writes?|leaves?|drops?|does|puts?|poner|ponga|pongan|escriban?|dejen?) (?:(?:one|a|an|your|up|two|three|una|five|5|their|another) ){1,2}(?:[a-z]{1,10} )?(?:reviews?|stars?|resenas?|estrellas|ratings?)(?:${gap(24)}(?:personal|home|own|private|different|other) (?:accounts?|phones?|emails?))?`,
  rx`(?:make|create|open|set up|use|get|need)${gap(14)}(?:new|fake|second|burner|extra|dummy|different|other|throwaway) (?:(?:gmail|google|yelp|email|facebook) )?(?:accounts?|profiles?|e-?mails?|gmails?|logins?)${gap(24)}(?:reviews?|stars?|yelp|google|rate|post|resenas?)`,
  rx`(?:bought|buy|buying|ordered|order|purchased|paid for|paying for|pay for|get us|compramos|comprar) (?:(?:us|some|a few|about|around|more|another|those|the|a pack of|unas|mas) ){0,2}(?:(?:\d{1,4}|fifty|ten|twenty|hundred|google|yelp|fake|five[-\s]star|5[-\s]star) ){1,2}(?:reviews?|ratings?|resenas?|stars?)(?: [a-z]{1,8})?`,
  rx`(?:chatgpt|gpt|gemini|claude|a bot|the bot|an? ai|ai|the intern|our agency|the agency|a service|fiverr)${gap(16)}(?:write|writes|generate|make|makes|post|draft|spit out|whip up|do)${gap(14)}(?:reviews?|testimonials?|stars?|resenas?)`,
  rx`(?:write|writes|post|posts|sound|sounds|pretend|phrase)${gap(16)}(?:like|as if|as though|to be) (?:(?:you|they|it|we|she|he)(?:['’]?re|['’]?s| are| were| is| was| had)|you|a) (?:(?:a|an|our|real|actual|happy|just|been|came|from) ){0,3}(?:patients?|clients?|customer|visit)`,
  rx`(?:pide|pidele|pidanle|dile|diganle|pon|pongan|pidan)(?:les)?${gap(10)}(?:(?:a )?(?:tu|su|tus|sus|mi|la) )?(?:familia|amigas?|amigos?|primas?|primos?|hermanas?|hermanos?|mama|esposo|esposa|tias?|novio|novia)${gap(14)}(?:que )?(?:ponga[n]?|deje[n]?|escriba[n]?|suba[n]?|haga[n]?|de[n]?)(?: [a-z0-9]{1,10}){0,2}`,
  rx`(?:fifty|\d{2,3}|ten|twenty|hundred) (?:new )?(?:(?:google|yelp|5-star|five-star) )?reviews (?:land|of our own|for \$|coming|bought|from)(?: [a-z]{1,10})?`,
  rx`(?<!we )(?:use|change|switch|make) (?:(?:your|a|an?other|the|up|ur) ){1,2}(?:married name|different (?:name|account|wifi)|fake name|other account|wifi|word or two)`,
];

/** "We never buy reviews" is the contrary. */
const isMeant = ({ start }: Span, text: string): boolean =>
  !/(?<![a-z])(?:never|not|don['’]?t|won['’]?t|nobody|no one|nunca|no)\s(?:[a-z]{1,10}\s){0,2}$/.test(
    text.slice(Math.max(0, start - 32), start),
  );

const rule: Rule = {
  id: "insider-review",
  category: "conduct",
  confidence: "likely",
  why: "Staff and family may not review their own practice, or ask each other to, without saying plainly who they are and never in a patient's voice.",
  source: "16 CFR 465.5; 465.2",
  find: (context) => {
    const found: Span[] = [...matches(context, anywhere, isMeant)];
    const own = [context.practice.name, ...context.practice.aliases]
      .map((name) => name.toLowerCase())
      .filter((name) => name.length > 3);
    const names = own.some((name) => context.folded.text.includes(name));
    if (context.draft.surface === "review") {
      const here =
        /(?<![a-z])(?:here|there|this (?:place|office|practice|clinic)|aqui|ahi|account|acct|client\W|google|boss|jefa)(?![a-z])/u.test(
          context.folded.text,
        );
      if (names || here) found.push(...matches(context, inReview));
      const stars =
        /(?:5|five) ?[-\s]?stars?|5\/5|10\/10|cinco estrellas|best|hands down|gentle|obsessed|amazing|genius|love|lovely|recommend|worth it|never looked better|hilarious|go to|ask for|switched|nicest|clean|mejor|excelente|encanta|⭐⭐|★★/u.exec(
          context.folded.text,
        );
      if (names && stars) found.push({ start: stars.index, end: stars.index + stars[0].length });
    }
    return withoutOverlaps(found);
  },
};
export default rule;

export const examples: Examples = {
  flags: [
    { text: "«I work the front desk» here and it is the best office", surface: "review" },
    { text: "«My husband owns» this place, so ten out of ten", surface: "review" },
    { text: "We «bought 50 reviews». Tell nobody.", surface: "message" },
    { text: "«Ask your cousins to leave five stars tonight»", surface: "message" },
  ],
  allows: [
    { text: "Scrubs that survive bleach and have real pockets.", surface: "review" },
    { text: "The tacos next door fed the whole crew after a long day.", surface: "review" },
    { text: "We never bought 50 reviews and we never will.", surface: "post" },
    { text: "My sister's bakery made the cookies in our lobby.", surface: "post" },
  ],
};
