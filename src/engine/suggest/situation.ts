import { fold } from "../normalize.ts";
import type { Draft, Hit } from "../model.ts";

/** What is going on, as far as a safe answer depends on it. */
export type Situation =
  | "praise"
  /** Friendly back and forth under a post. */
  | "chat"
  | "neutral"
  | "complaint"
  /** Somebody has died, in what is answered or in a post. */
  | "grief"
  | "mourning"
  | "billing"
  | "wait"
  | "question"
  | "threat"
  | "stranger"
  | "message"
  | "post"
  | "review"
  | "insider";

export type Language = "en" | "es";

const spanish =
  /(?<!\p{L})(?:el|la|los|las|de|que|por|para|gracias|usted|su|sus|tu|con|muy|un|una|y|en|nos|te|le|esta|hola|si|no|se|mi|lo|como|pero|ya|al|del|aqui|cuanto|es)(?!\p{L})/gu;
const english =
  /(?<!\p{L})(?:the|you|your|and|for|to|of|we|is|in|it|with|thank|thanks|our|that|this|was|are|on|at|so|i|my|not|have|her|his|she|he|u|ur|be|from)(?!\p{L})/gu;

/** `every` has the flag `g`. */
const count = (text: string, every: RegExp): number => text.match(every)?.length ?? 0;

/** The draft's own language; a draft too short to tell takes the language of what it answers. */
export function languageOf(draft: Draft): Language {
  for (const text of [draft.text, draft.thread?.text ?? ""]) {
    const folded = fold(text.slice(0, 1000)).text;
    const [es, en] = [count(folded, spanish), count(folded, english)];
    if (es !== en) return es > en ? "es" : "en";
  }
  return "en";
}

/** Whether Spanish text says `tú`, not `usted`. */
export const isFamiliar = (text: string): boolean =>
  /(?<!\p{L})(?:t[uú]s?|te|ti|contigo|tuy[oa]s?)(?!\p{L})/iu.test(text) &&
  !/(?<!\p{L})usted(?:es)?(?!\p{L})/iu.test(text);

/** Finds any of the words or expressions, whole, in a folded text; all of them with the flag `g`. */
export const words = (list: string, flags: "u" | "gu" = "u"): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, flags);

const money = words(
  "bill|billed|billing|charge|charged|charges|fee|fees|refund|refunded|deposit|insurance|paid|pay|price|prices|overpriced|expensive|money|invoice|balance|copay|claim|card|cobraron|cobro|factura|seguro|deposito|reembolso|dinero|caro|pago",
);
const waiting = words(
  "wait|waited|waiting(?! room)|waits|late|delay|delayed|minutes|schedule|scheduling|rescheduled|running behind|on hold|voicemail|never called|espera|esperando|espere|demora|tarde",
);
const unhappy = words(
  "worst|terrible|horrible|rude|awful|never again|one star|1 star|zero stars?|disappointed|disappointing|unprofessional|scam|scammers?|avoid|bad|botched|ruined|uneven|lopsided|crooked|burn|burns|burned|burnt|ignored|unhappy|upset|wrong|lied|lies|liars?|dirty|rushed|pesimo|malo|mala|grosera|grosero|quemaron|decepcion|nunca mas|not impressed|waste|joke|fake|refused|refuse|sue|lawyer|attorney|reported|complaint|complaints|careless|incompetent|worse|mistake|butcher|messed up|messy|patchy|faded|fell off|failed|broken|thumbs down|un ?organized|disorganized|maltrato|gorda|gordo|butchers|gross|yikes|creepy|overrated|trash|garbage|rather go|oops|unbearable|fell out|falling out|sorry|apologi[sz]e|lamentamos|disculpe|overcharged|nightmare|chaos|mess|shame|shady|disgusting|disrespectful|dismissed|dismissive|judged|racist|condescending|cold|downhill|cancell?ed|collections|unsafe|not safe|regret|hate|hated|angry|mad|furious|ashamed|embarrassed|stole|thieves|robbed|estafa|mentira|mentiras|robo|horror|feo|fea|verguenza",
  "gu",
);
/** A question about these is only a question; told, they are a complaint. */
const symptoms = words(
  "pain|painful|hurt|hurts|swollen|swelling|bruised|bruising|bruises|infected|infection|numb|numbness|bump|bumps|lump|lumps|lumpy|knot|rash|itchy|bleeding|nausea|sick|sore|headache|headaches|duele|dolor|hinchado|hinchada|hinchazon|moretones",
  "gu",
);
/** What sounds unhappy and says the contrary. */
const denied =
  /(?<!\p{L})(?:(?:no|zero|without|never any|not a single) (?:complaints?|pain|issues?|problems?|regrets?|swelling|bruising|bruises|pressure|lectures?|judge?ments?|drama|hassle|wait|waiting)|not bad|never (?:rushed|judged|bad)|(?:didn['’]?t|doesn['’]?t|don['’]?t) (?:even )?hurt|hurts less|sin dolor|no duele|no me dolio)(?!\p{L})/gu;
const death = words(
  "died|dies|death|dead body|passed away|passed on|passed last|funeral|memorial|rest in peace|rip|obituary|in loving memory|condolences|our hearts are with|mourn|mourning|grieving|lost (?:my|our|his|her) (?:husband|wife|mother|mom|father|dad|son|daughter|baby|brother|sister|grandma|grandpa|friend)|murio|fallecio|fallecimiento|en paz descanse|q ?e ?p ?d|de luto",
);
/** An accusation about the reviews themselves. */
const bought =
  /(?<!\p{L})(?:fake|paid|pays?|buy|buys|bought|buying|shills?|bots?)(?!\p{L})[^.!?]{0,24}(?<!\p{L})(?:reviews?|stars|resenas?)(?!\p{L})|(?<!\p{L})reviews? (?:are|is) (?:all )?fake/u;
/** Words that keep a review from being read as praise, though they are no complaint by themselves. */
const doubt = words(
  "no|not|never|nobody|none|nothing|didn['’]?t|don['’]?t|doesn['’]?t|won['’]?t|can['’]?t|couldn['’]?t|wasn['’]?t|isn['’]?t|but|why|nunca|nadie|nada|pero",
);
const happy = words(
  "thank|thanks|thx|love|loved|loving|great|best|amazing|awesome|wonderful|recommend|recommends|recommended|perfect|beautiful|obsessed|happy|happier|friendly|kind|kindest|excellent|5 stars|five stars|glad|professional|warm|caring|lovely|clean|sweet|sweetest|nice|good|fantastic|incredible|gentle|grateful|worth it|painless|pain free|top notch|goat|talented|gem|queen|thriving|glowing|glow|comfortable|easy|fabulous|pleasant|fun|cute|cutest|made my day|proud|brand new|younger|angels?|chill|cool|hero|heroes|life changing|life saver|lifesaver|ten stars|10 stars|gracias|encanto|encanta|excelente|mejor|recomiendo|recomendado|feliz|hermosa|hermoso|divina|paciente|amable|amables|bueno|buena|bonito|linda|contenta|contento|maravillosa|maravilloso|increible",
  "gu",
);
const asks =
  /\?\s{0,9}$|^(?:is|are|do|does|can|could|how|what|when|where|why|who|which|any|anyone|cuanto|cuantos|como|cuando|donde|hacen|tienen|aceptan|puedo|que)\s/u;

const applause = /(?:★|⭐|❤|💛|💕|😍|🥰|👏|🙌|💜|💖|💗|🤍|🔥|10\/10|a\+|5\/5)/gu;
const anger = /[😡🤬😠👎😤]/gu;
const cheer = /(?:❤|💛|💕|😍|🥰|👏|🙌|💜|💖|💗|🤍|💚|💙|🔥|😘|✨|🎉|🥳|😊|☺|💅|👑|🫶|🥹)/u;

/** The situation of a draft and, after it, those whose replies also fit. What is unclear is answered neutrally. */
export function situationsOf(draft: Draft, hits: readonly Hit[]): readonly Situation[] {
  if (draft.surface === "review")
    return [hits.some(({ category }) => category === "conduct") ? "insider" : "review"];
  if (draft.surface === "post" || (draft.surface === "comment" && !draft.thread))
    return [death.test(fold(draft.text.slice(0, 3000)).text) ? "mourning" : "post"];
  if (draft.surface === "message") return ["message"];
  const rules = new Set(hits.map(({ rule }) => rule));
  const said = fold(draft.thread?.text.slice(0, 3000) ?? "").text.replace(denied, "happy");
  const own = fold(draft.text.slice(0, 3000)).text;
  const isAsked = asks.test(said.trim()) || /\?(?:\s|$|\?)/.test(said);
  const good = count(said, happy) + count(said, applause);
  const bad = count(said, unhappy) + count(said, anger) + (isAsked ? 0 : count(said, symptoms));
  const isBad = bad > 0 && bad >= good;
  const isGood = good > bad && !(doubt.test(said) && good - bad < 2 && count(said, applause) === 0);
  const found: Situation[] = [];
  if (rules.has("legal-threat") || rules.has("exposure-threat") || rules.has("gag-clause"))
    found.push("threat");
  if (rules.has("no-record") || rules.has("reviewer-accused")) found.push("stranger");
  if (death.test(said)) return ["grief"];
  if (bought.test(said)) return ["threat"];
  if (isAsked && !isBad) found.push("question");
  if (!isGood && money.test(said)) found.push("billing");
  if (!isGood && !isAsked && waiting.test(said)) found.push("wait");
  if (isBad) found.push("complaint");
  if (isBad && found.length > 0) return found;
  if (found.length > 0) return [...found, "neutral"];
  const warm =
    count(own, unhappy) === 0 && (cheer.test(own) || (draft.surface !== "comment" && count(own, happy) > 0));
  if (draft.surface === "comment") {
    const cheerful = cheer.test(said) || /!!|a{3}|e{3}|h{3}|m{3}|o{3}|s{3}|y{3}/u.test(said);
    return isGood || ((cheerful || warm) && !doubt.test(said)) ? ["chat"] : ["neutral"];
  }
  return isGood || (warm && !doubt.test(said)) ? ["praise"] : ["neutral"];
}
